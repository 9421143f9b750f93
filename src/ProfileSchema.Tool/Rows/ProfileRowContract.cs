namespace ProfileSchema.Tool.Rows;

/// <summary>A contract derived by hand, for the columns of a file.</summary>
internal sealed class ProfileRowContract(
    string name,
    ProfileKeyKind keyKind,
    IReadOnlyList<ProfileParameter> parameters
) : ProfileContract<ProfileRow>(name, keyKind, parameters)
{
    /// <summary>A contract of text parameters.</summary>
    /// <exception cref="ToolException">A name cannot be sent, or is there twice.</exception>
    public static ProfileRowContract Create(
        string file,
        ProfileKeyKind keyKind,
        IEnumerable<string> names,
        int maxLength
    )
    {
        try
        {
            ProfileParameter[] parameters =
            [
                .. names.Select(name => new ProfileParameter(name, typeof(string))
                {
                    IsNullable = true,
                    MaxLength = maxLength,
                }),
            ];
            foreach (ProfileParameter parameter in parameters)
            {
                _ = parameter.EncodedName;
            }

            return new ProfileRowContract(Path.GetFileName(file), keyKind, parameters);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            string fault = exception is ArgumentException argument
                ? ToolException.MessageOf(argument)
                : exception.Message;
            throw new ToolException(ExitCode.DataErrors, $"{file}, line 1: {fault}", exception);
        }
    }

    public override void Write(ref ProfileWriter writer, in ProfileRow profile)
    {
        writer.WriteKey(profile.Cells[0]);
        for (int i = 0; i < Parameters.Count; i++)
        {
            writer.Write(Parameters[i].EncodedName, profile.Cells[i + 1], Parameters[i].MaxLength);
        }
    }
}

/// <summary>A row of a file whose columns are known only at run time.</summary>
/// <param name="Line">The line on which it begins, counted from 1.</param>
/// <param name="Cells">The key, then a value for each parameter; valid until the next row is read.</param>
internal readonly record struct ProfileRow(long Line, string[] Cells);
