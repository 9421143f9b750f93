namespace ProfileSchema.Client.Replies;

/// <summary>Counts the rows of the older form of a status, so that its length costs no memory. (STATUS-7)</summary>
internal struct StatusRowCounter
{
    private long _succeeded;
    private long _failed;
    private long _pending;
    private long _unknown;
    private string? _status;

    /// <summary>The first of two that one row gives holds.</summary>
    public void AddStatus(string? status) => _status ??= status;

    public void EndRow()
    {
        if (Is("success"))
        {
            _succeeded++;
        }
        else if (Is("error") || Is("failed"))
        {
            _failed++;
        }
        else if (Is("pending"))
        {
            _pending++;
        }
        else
        {
            _unknown++;
        }

        _status = null;
    }

    public readonly StatusRows? ToRows()
    {
        var rows = new StatusRows(_succeeded, _failed, _pending, _unknown);
        return rows.Total == 0 ? null : rows;
    }

    private readonly bool Is(string word) => string.Equals(_status, word, StringComparison.OrdinalIgnoreCase);
}
