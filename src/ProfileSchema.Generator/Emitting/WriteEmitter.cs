using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Emitting;

/// <summary>Emits the method that writes a profile: the key, then every member in order, a line for each.</summary>
internal sealed class WriteEmitter(SourceWriter source)
{
    private readonly Locals _locals = new();

    public void Emit(ProfileSpec spec) =>
        source.Block(
            $"public override void Write(ref global::ProfileSchema.ProfileWriter writer, in {spec.Type} profile)",
            () =>
            {
                EmitKey(spec.Key);
                EmitMembers(spec.Members, "profile");
            }
        );

    private void EmitKey(KeySpec key)
    {
        string value = Read(key.Member, "profile");
        string hash = key.Hash is HashKind.None ? "" : $", {Literals.Hash(key.Hash)}";
        source.Line($"writer.WriteKey({value}{hash});");
    }

    private void EmitMembers(EquatableArray<MemberSpec> members, string instance)
    {
        foreach (MemberSpec member in members)
        {
            switch (member)
            {
                case NestedObjectSpec nested:
                    EmitNestedObject(nested, instance);
                    break;
                case ParameterSpec parameter:
                    EmitParameter(parameter, instance);
                    break;
            }
        }
    }

    private void EmitNestedObject(NestedObjectSpec nested, string instance)
    {
        string local = _locals.Next("nested");
        string value = Read(nested.Member, instance);
        if (!nested.MayBeNull)
        {
            source.Line($"{nested.Type} {local} = {value};");
            EmitMembers(nested.Members, local);
            return;
        }

        source.Block($"if ({value} is {{ }} {local})", () => EmitMembers(nested.Members, local));
        source.Block(
            "else",
            () =>
            {
                foreach (ParameterSpec parameter in nested.Flatten())
                {
                    source.Line($"writer.WriteNull({Literals.Utf8(parameter.EncodedName)});");
                }
            }
        );
    }

    private void EmitParameter(ParameterSpec parameter, string instance)
    {
        string name = Literals.Utf8(parameter.EncodedName);
        var values = new ValueEmitter(source, _locals, name, parameter.Facts.MaxLength);
        values.Emit(parameter.Value, Read(parameter.Member, instance));
        if (parameter.Facts.NullValue is { } nullValue)
        {
            string word = Literals.Utf8(PercentEncoding.Encode(nullValue));
            source.Line($"writer.WriteNullReplacement({name}, {word});");
        }
    }

    private static string Read(MemberAccess member, string instance) =>
        member.Through is { } type ? $"(({type}){instance}).{member.Name}" : $"{instance}.{member.Name}";
}
