using System.CommandLine;
using System.CommandLine.Parsing;

namespace ProfileSchema.Tool.Rows;

/// <summary>How a file of rows is read, as the command line says.</summary>
internal sealed record RowOptions
{
    /// <summary>The column of the key; null if none was named, as for a batch file.</summary>
    public string? Key { get; init; }

    public ProfileKeyKind KeyKind { get; init; }

    /// <summary>The columns that become parameters; null for all but the key.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>What stands between cells; null to find out.</summary>
    public char? Delimiter { get; init; }

    public char Quote { get; init; } = '"';

    public string Encoding { get; init; } = "utf-8";

    /// <summary>Characters that a value may have; a longer one is rejected, never cut (VALUE-2).</summary>
    public int MaxLength { get; init; } = ProfileLimits.ValueLength;
}

/// <summary>The options of the command line behind <see cref="RowOptions"/>, for each command that reads rows.</summary>
internal sealed class RowCommandOptions
{
    private readonly Option<string> _key = new("--key")
    {
        Description = "The column of a CSV file that holds the id of the customer.",
        HelpName = "COLUMN",
    };

    private readonly Option<string> _keyKind = new("--key-kind")
    {
        Description = "Which of Target's keys the column holds.",
        DefaultValueFactory = _ => KeyKinds.ThirdPartyId,
    };

    private readonly Option<string[]> _columns = new("--columns")
    {
        Description = "The columns that are sent, separated by commas. All but the key by default.",
        HelpName = "NAMES",
        CustomParser = ParseColumns,
    };

    private readonly Option<char?> _delimiter = new("--delimiter")
    {
        Description = "What stands between cells: a character, or 'tab'. Found out by default.",
        HelpName = "CHAR",
        CustomParser = argument => ParseCharacter(argument),
    };

    private readonly Option<char?> _quote = new("--quote")
    {
        Description = "What stands around values that hold a delimiter or a line end, twice where the value holds it.",
        HelpName = "CHAR",
        DefaultValueFactory = _ => '"',
        CustomParser = argument => ParseCharacter(argument),
    };

    private readonly Option<string> _encoding = new("--encoding")
    {
        Description = "The encoding of a CSV file without a byte order mark, such as windows-1252.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "utf-8",
    };

    private readonly Option<int> _maxLength = new("--max-length")
    {
        Description = "Characters that a value may have. A longer one rejects its row, and is never cut.",
        HelpName = "N",
        DefaultValueFactory = _ => ProfileLimits.ValueLength,
    };

    public RowCommandOptions()
    {
        _keyKind.AcceptOnlyFromAmong(KeyKinds.ThirdPartyId, KeyKinds.PcId);
        _maxLength.Validators.Add(result => OptionRange.Require(result, 1, ProfileLimits.ProfileBytes));
    }

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _key, _keyKind, _columns, _delimiter, _quote, _encoding, _maxLength })
        {
            command.Options.Add(option);
        }
    }

    public RowOptions Read(ParseResult result) =>
        new()
        {
            Key = result.GetValue(_key),
            KeyKind = KeyKinds.Of(result.GetRequiredValue(_keyKind)),
            Columns = result.GetValue(_columns) is { Length: > 0 } columns ? columns : null,
            Delimiter = result.GetValue(_delimiter),
            Quote = result.GetValue(_quote) ?? '"',
            Encoding = result.GetRequiredValue(_encoding),
            MaxLength = result.GetValue(_maxLength),
        };

    private static string[]? ParseColumns(ArgumentResult argument)
    {
        string[] names = argument.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries);
        if (names.Contains("") || names.Distinct(StringComparer.Ordinal).Count() < names.Length)
        {
            argument.AddError("--columns takes names separated by commas, each of them once.");
            return null;
        }

        return names;
    }

    private static char? ParseCharacter(ArgumentResult argument)
    {
        string value = argument.Tokens[0].Value;
        if (value is "tab" or "\\t")
        {
            return '\t';
        }

        if (value.Length != 1)
        {
            argument.AddError("A delimiter or a quote is one character, or 'tab'.");
            return null;
        }

        return value[0];
    }
}

/// <summary>Target's keys by the names that a batch header gives them (ID-1).</summary>
internal static class KeyKinds
{
    public const string ThirdPartyId = "thirdPartyId";
    public const string PcId = "pcId";

    public static string NameOf(ProfileKeyKind kind) => kind is ProfileKeyKind.PcId ? PcId : ThirdPartyId;

    public static ProfileKeyKind Of(string name) => name == PcId ? ProfileKeyKind.PcId : ProfileKeyKind.ThirdPartyId;
}
