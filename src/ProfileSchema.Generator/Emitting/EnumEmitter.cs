using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Emitting;

/// <summary>Emits the method that writes the values of an enum: every declared one is a constant of encoded bytes.</summary>
internal static class EnumEmitter
{
    public static void Emit(SourceWriter source, EnumSpec spec)
    {
        source.Block(
            $"private static void {spec.WriterMethod}(ref global::ProfileSchema.ProfileWriter writer, "
                + $"global::System.ReadOnlySpan<byte> name, {spec.Type}? value)",
            () => source.Block("switch (value)", () => EmitCases(source, spec))
        );
    }

    private static void EmitCases(SourceWriter source, EnumSpec spec)
    {
        EmitCase(source, "case null", "writer.WriteNothing(name)");
        foreach (EnumConstant constant in spec.Constants)
        {
            string text = Literals.Utf8(constant.EncodedText);
            EmitCase(source, $"case {spec.Type}.{constant.Name}", $"writer.WriteLiteral(name, {text})");
        }

        EmitCase(source, "default", "writer.Reject(name, global::ProfileSchema.RejectionReason.UndefinedEnumValue)");
    }

    private static void EmitCase(SourceWriter source, string label, string call)
    {
        source.Line($"{label}:");
        source.Line($"    {call};");
        source.Line("    break;");
    }
}
