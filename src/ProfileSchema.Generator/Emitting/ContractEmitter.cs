using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Emitting;

/// <summary>Emits the contract class: what it tells of the profile, and how it writes one.</summary>
internal static class ContractEmitter
{
    public static void Emit(SourceWriter source, ProfileSpec spec)
    {
        source.Line(GeneratedCode.Attribute);
        if (spec.ReadsForbidden)
        {
            source.Line("[global::System.Obsolete]");
        }

        source.Block(
            $"private sealed class {spec.ContractClass} : global::ProfileSchema.ProfileContract<{spec.Type}>",
            () =>
            {
                source.Line($"public static readonly {spec.ContractClass} Instance = new();");
                source.Line();
                EmitConstructor(source, spec);
                source.Line();
                EmitBatchHeader(source, spec);
                source.Line();
                EmitWrite(source, spec);
                foreach (EnumSpec constants in spec.Enums)
                {
                    source.Line();
                    EnumEmitter.Emit(source, constants);
                }
            }
        );
    }

    private static void EmitConstructor(SourceWriter source, ProfileSpec spec)
    {
        source.Line($"private {spec.ContractClass}()");
        source.Line("    : base(");
        source.Line($"        {Literals.Text(spec.Hierarchy.Name)},");
        source.Line($"        global::ProfileSchema.ProfileKeyKind.{spec.Key.Kind},");
        source.Line("        new global::ProfileSchema.ProfileParameter[]");
        source.Line("        {");
        foreach (ParameterSpec parameter in spec.Parameters)
        {
            source.Line($"            {Description(parameter)},");
        }

        source.Line("        }) { }");
    }

    private static string Description(ParameterSpec parameter)
    {
        var facts = new List<string>();
        if (parameter.Type.IsNullable)
        {
            facts.Add("IsNullable = true");
        }

        if (parameter.Format is { } format)
        {
            facts.Add($"Format = {Literals.Text(format)}");
        }

        string initializer = facts.Count == 0 ? "" : $" {{ {string.Join(", ", facts)} }}";
        return $"new({Literals.Text(parameter.Name)}, typeof({parameter.Type.Name})){initializer}";
    }

    private static void EmitBatchHeader(SourceWriter source, ProfileSpec spec)
    {
        // BATCH-1
        string key = spec.Key.Kind is KeyKind.ThirdPartyId ? "thirdPartyId" : "pcId";
        string columns = string.Concat(spec.Parameters.Select(static parameter => "," + parameter.EncodedName));
        string header = Literals.Utf8($@"batch={key}{columns}\n");
        source.Line($"public override global::System.ReadOnlySpan<byte> BatchHeader => {header};");
    }

    private static void EmitWrite(SourceWriter source, ProfileSpec spec) =>
        source.Block(
            $"public override void Write(ref global::ProfileSchema.ProfileWriter writer, in {spec.Type} profile)",
            () =>
            {
                source.Line($"writer.{spec.Key.Type.Kind.KeyMethod}({Read(spec.Key.Member)});");
                foreach (ParameterSpec parameter in spec.Parameters)
                {
                    source.Line(Call(parameter));
                }
            }
        );

    private static string Call(ParameterSpec parameter)
    {
        string name = Literals.Utf8(parameter.EncodedName);
        string value = Read(parameter.Member);
        return parameter.Value switch
        {
            PlainValue => $"writer.Write({name}, {value});",
            FormattedValue formatted =>
                $"writer.WriteFormatted({name}, {value}, {(formatted.Format is { } format ? Literals.Text(format) : "null")});",
            EnumValue constants => $"{constants.WriterMethod}(ref writer, {name}, {value});",
            var unknown => throw new InvalidOperationException($"No way to write {unknown.GetType().Name}."),
        };
    }

    private static string Read(MemberAccess member) =>
        member.Through is { } type ? $"(({type})profile).{member.Name}" : $"profile.{member.Name}";
}
