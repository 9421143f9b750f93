using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Emitting;

/// <summary>Emits the method that writes the values of an enum: every declared one is a constant of encoded bytes.</summary>
/// <remarks>
/// Consecutive values are read from a table: a processor can't predict which of them comes, and a branch that is
/// predicted wrong takes longer than writing the text.
/// </remarks>
internal static class EnumEmitter
{
    private const int TableEntrySize = 16;

    private const string Undefined = "writer.Reject(name, global::ProfileSchema.RejectionReason.UndefinedEnumValue)";

    public static void Emit(SourceWriter source, EnumSpec spec)
    {
        string joining =
            spec.Form is EnumForm.Flags ? ", global::System.ReadOnlySpan<byte> separator, int maxLength" : "";
        source.Block(
            $"private static void {spec.WriterMethod}(ref global::ProfileSchema.ProfileWriter writer, "
                + $"global::System.ReadOnlySpan<byte> name, {spec.Type}? value{joining})",
            () =>
            {
                switch (spec.Form)
                {
                    case EnumForm.Constant when HasTable(spec.Constants):
                        EmitTable(source, spec);
                        break;
                    case EnumForm.Constant:
                        source.Block("switch (value)", () => EmitCases(source, spec));
                        break;
                    case EnumForm.Flags:
                        EmitFlags(source, spec);
                        break;
                    case EnumForm.FlagsNumber:
                        EmitNumber(source, spec);
                        break;
                }
            }
        );
    }

    /// <summary>Whether the values follow each other in some order, and every text leaves a byte of its entry for its length.</summary>
    private static bool HasTable(EquatableArray<EnumConstant> constants)
    {
        if (constants.Count < 2 || constants.Any(constant => constant.EncodedText.Length is 0 or >= TableEntrySize))
        {
            return false;
        }

        ulong first = First(constants);
        return constants.All(constant => unchecked(constant.Value - first) < (ulong)constants.Count);
    }

    /// <summary>The least value, that of a signed enum among them.</summary>
    private static ulong First(EquatableArray<EnumConstant> constants) =>
        unchecked((ulong)constants.Min(constant => (long)constant.Value));

    private static void EmitTable(SourceWriter source, EnumSpec spec)
    {
        ulong first = First(spec.Constants);
        source.Line("// Sixteen bytes for each value: its text, and last how much of it counts.");
        source.Line("global::System.ReadOnlySpan<byte> texts =");
        IEnumerable<string> entries = spec
            .Constants.OrderBy(constant => unchecked(constant.Value - first))
            .Select(constant => TableEntry(constant.EncodedText));
        source.Lines("    " + string.Join("\n    + ", entries) + ";");
        source.Block("if (value is not { } constant)", () => source.Line("writer.WriteNull(name);"));
        source.Block(
            $"else if (unchecked((ulong)constant - {first}UL) is var index && index < {spec.Constants.Count})",
            () => source.Line("writer.WriteLiteral(name, texts, (int)index);")
        );
        source.Block("else", () => source.Line(Undefined + ";"));
    }

    private static string TableEntry(string text) => $"\"{text.PadRight(TableEntrySize - 1)}\\u{text.Length:X4}\"u8";

    private static void EmitCases(SourceWriter source, EnumSpec spec)
    {
        EmitCase(source, "case null", "writer.WriteNull(name)");
        foreach (EnumConstant constant in spec.Constants)
        {
            EmitCase(source, $"case {spec.Type}.{constant.Name}", Constant(constant));
        }

        EmitCase(source, "default", Undefined);
    }

    private static void EmitCase(SourceWriter source, string label, string call)
    {
        source.Line($"{label}:");
        source.Line($"    {call};");
        source.Line("    break;");
    }

    private static void EmitFlags(SourceWriter source, EnumSpec spec)
    {
        source.Line($"{spec.Type} rest = value.GetValueOrDefault();");
        source.Line("writer.BeginList(name, separator, maxLength);");
        foreach (EnumConstant constant in spec.Constants)
        {
            string flag = $"{spec.Type}.{constant.Name}";
            bool isNone = constant.Value == 0;
            source.Block(
                isNone ? $"if (value is {flag})" : $"if ((rest & {flag}) != 0)",
                () =>
                {
                    if (!isNone)
                    {
                        source.Line($"rest &= ~{flag};");
                    }

                    source.Line(Constant(constant) + ";");
                }
            );
        }

        source.Block("if (rest != 0)", () => source.Line(Undefined + ";"));
        source.Line("writer.EndList(name);");
    }

    private static void EmitNumber(SourceWriter source, EnumSpec spec)
    {
        IEnumerable<string> flags = spec.Constants.Select(constant => $"{spec.Type}.{constant.Name}");
        string declared = string.Join(" | ", flags.DefaultIfEmpty($"default({spec.Type})"));
        source.Block("if (value is not { } flags)", () => source.Line("writer.WriteNull(name);"));
        source.Block($"else if ((flags & ~({declared})) != 0)", () => source.Line(Undefined + ";"));
        source.Block("else", () => source.Line($"writer.Write(name, ({spec.Number})flags);"));
    }

    private static string Constant(EnumConstant constant) =>
        $"writer.WriteLiteral(name, {Literals.Utf8(constant.EncodedText)})";
}
