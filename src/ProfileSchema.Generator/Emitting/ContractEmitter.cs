using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Emitting;

/// <summary>Emits the contract class: the description of the profile, and how it is written.</summary>
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
                ParameterSpec[] parameters = [.. spec.Parameters()];
                EmitConstructor(source, spec, parameters);
                source.Line();
                EmitKeyHash(source, spec.Key.Hash);
                EmitBatchHeader(source, spec.Key.Kind, parameters);
                source.Line();
                new WriteEmitter(source).Emit(spec);
                foreach (EnumSpec constants in spec.Enums)
                {
                    source.Line();
                    EnumEmitter.Emit(source, constants);
                }
            }
        );
    }

    private static void EmitConstructor(SourceWriter source, ProfileSpec spec, ParameterSpec[] parameters)
    {
        source.Line($"private {spec.ContractClass}()");
        source.Line("    : base(");
        source.Line($"        {Literals.Text(spec.Name)},");
        source.Line($"        global::ProfileSchema.ProfileKeyKind.{spec.Key.Kind},");
        source.Line("        new global::ProfileSchema.ProfileParameter[]");
        source.Line("        {");
        foreach (ParameterSpec parameter in parameters)
        {
            source.Line($"            {DescriptionEmitter.Describe(parameter)},");
        }

        source.Line("        }) { }");
    }

    private static void EmitKeyHash(SourceWriter source, HashKind hash)
    {
        if (hash is not HashKind.None)
        {
            source.Line($"public override global::ProfileSchema.ProfileHash KeyHash => {Literals.Hash(hash)};");
            source.Line();
        }
    }

    private static void EmitBatchHeader(SourceWriter source, KeyKind kind, ParameterSpec[] parameters)
    {
        // BATCH-1
        string key = kind is KeyKind.ThirdPartyId ? "thirdPartyId" : "pcId";
        string columns = string.Concat(parameters.Select(static parameter => "," + parameter.EncodedName));
        string header = Literals.Utf8($@"batch={key}{columns}\n");
        source.Line($"public override global::System.ReadOnlySpan<byte> BatchHeader => {header};");
    }
}
