namespace ProfileSchema;

/// <content>The nullable forms: null is nothing (VALUE-4).</content>
public ref partial struct ProfileWriter
{
    /// <inheritdoc cref="Write(ReadOnlySpan{byte}, char)"/>
    public void Write(scoped ReadOnlySpan<byte> name, char? value)
    {
        if (value is { } present)
        {
            Write(name, present);
        }
        else
        {
            WriteNothing(name);
        }
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{byte}, bool)"/>
    public void Write(scoped ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } present)
        {
            Write(name, present);
        }
        else
        {
            WriteNothing(name);
        }
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{byte}, long)"/>
    public void Write(scoped ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } present)
        {
            Write(name, present);
        }
        else
        {
            WriteNothing(name);
        }
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{byte}, ulong)"/>
    public void Write(scoped ReadOnlySpan<byte> name, ulong? value)
    {
        if (value is { } present)
        {
            Write(name, present);
        }
        else
        {
            WriteNothing(name);
        }
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{byte}, decimal)"/>
    public void Write(scoped ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is { } present)
        {
            Write(name, present);
        }
        else
        {
            WriteNothing(name);
        }
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{byte}, double)"/>
    public void Write(scoped ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } present)
        {
            Write(name, present);
        }
        else
        {
            WriteNothing(name);
        }
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{byte}, float)"/>
    public void Write(scoped ReadOnlySpan<byte> name, float? value)
    {
        if (value is { } present)
        {
            Write(name, present);
        }
        else
        {
            WriteNothing(name);
        }
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{byte}, Guid)"/>
    public void Write(scoped ReadOnlySpan<byte> name, Guid? value)
    {
        if (value is { } present)
        {
            Write(name, present);
        }
        else
        {
            WriteNothing(name);
        }
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{byte}, DateTime)"/>
    public void Write(scoped ReadOnlySpan<byte> name, DateTime? value)
    {
        if (value is { } present)
        {
            Write(name, present);
        }
        else
        {
            WriteNothing(name);
        }
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{byte}, DateTimeOffset)"/>
    public void Write(scoped ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } present)
        {
            Write(name, present);
        }
        else
        {
            WriteNothing(name);
        }
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{byte}, DateOnly)"/>
    public void Write(scoped ReadOnlySpan<byte> name, DateOnly? value)
    {
        if (value is { } present)
        {
            Write(name, present);
        }
        else
        {
            WriteNothing(name);
        }
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{byte}, TimeOnly)"/>
    public void Write(scoped ReadOnlySpan<byte> name, TimeOnly? value)
    {
        if (value is { } present)
        {
            Write(name, present);
        }
        else
        {
            WriteNothing(name);
        }
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{byte}, TimeSpan)"/>
    public void Write(scoped ReadOnlySpan<byte> name, TimeSpan? value)
    {
        if (value is { } present)
        {
            Write(name, present);
        }
        else
        {
            WriteNothing(name);
        }
    }

    /// <inheritdoc cref="WriteFormatted{T}(ReadOnlySpan{byte}, T, string?, int)"/>
    public void WriteFormatted<T>(
        scoped ReadOnlySpan<byte> name,
        T? value,
        string? format,
        int maxLength = ProfileLimits.ValueLength
    )
        where T : struct, IUtf8SpanFormattable
    {
        if (value is { } present)
        {
            WriteFormatted(name, present, format, maxLength);
        }
        else
        {
            WriteNothing(name);
        }
    }
}
