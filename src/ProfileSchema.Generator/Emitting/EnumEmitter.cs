using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Emitting;

/// <summary>Emits the method that writes the values of an enum: every declared one is a constant of encoded bytes.</summary>
internal static class EnumEmitter
{
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

    private static void EmitCases(SourceWriter source, EnumSpec spec)
    {
        EmitCase(source, "case null", "writer.WriteNothing(name)");
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
        source.Block($"if ((value.GetValueOrDefault() & ~({declared})) != 0)", () => source.Line(Undefined + ";"));
        source.Block("else", () => source.Line($"writer.Write(name, ({spec.Number}?)value);"));
    }

    private static string Constant(EnumConstant constant) =>
        $"writer.WriteLiteral(name, {Literals.Utf8(constant.EncodedText)})";
}
