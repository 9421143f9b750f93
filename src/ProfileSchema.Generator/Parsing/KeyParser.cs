using System.Collections.Immutable;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Reads the member annotated with <c>[ProfileKey]</c>.</summary>
internal static class KeyParser
{
    public static KeySpec? Parse(ProfileContext context, ImmutableArray<AnnotatedMember> members)
    {
        AnnotatedMember? key = null;
        foreach (AnnotatedMember member in members)
        {
            if (member.Key is null)
            {
                continue;
            }

            if (key is not null)
            {
                context.Report(
                    SchemaRules.KeyRepeated,
                    member.NameLocation,
                    member.Title,
                    key.Title,
                    context.Type.Name
                );
                continue;
            }

            key = member;
        }

        if (key is null)
        {
            context.Report(SchemaRules.KeyMissing, context.Location, context.Type.Name);
            return null;
        }

        TypeRef? type = ParseType(context, key);
        KeyKind kind = AttributeEnums.Read(
            context,
            key.Key!.Argument,
            KeyKind.ThirdPartyId,
            key.ArgumentLocation(key.Key)
        );
        HashKind hash = HashRules.ReadKey(context, key, type);
        bool isInPlainText = hash is HashKind.None && key.Option(key.Key!, AttributeNames.IsPersonalData) is not true;
        if (context.Advises && isInPlainText)
        {
            ParameterAdvice.AdviseOnPersonalData(context, key, AttributeNames.Key, name: null);
        }

        if (key.Parameter is null && key.Converter is { } converter)
        {
            context.Report(
                SchemaRules.OptionUnsuitable,
                key.AttributeLocation(converter),
                "ProfileConverter",
                key.Title,
                "keys are sent as they are or hashed; remove the converter"
            );
        }

        context.Use(key.Source);
        MemberAccess? access = MemberAccessParser.Parse(context, key);
        return access is not null && type is not null ? new KeySpec(kind, access, type, hash) : null;
    }

    private static TypeRef? ParseType(ProfileContext context, AnnotatedMember key)
    {
        if (ScalarTypes.IsUnknown(key.Type))
        {
            context.LeaveToCompiler();
            return null;
        }

        if (ScalarTypes.KindOf(key.Type) is not { CanBeKey: true } kind)
        {
            context.Report(SchemaRules.KeyTypeUnusable, key.TypeLocation, key.Title, key.Type.ToMessage());
            return null;
        }

        if (ScalarTypes.IsDeclaredNullable(key.Type))
        {
            string remedy = ScalarTypes.Beneath(key.Type).ToMessage();
            context.Report(SchemaRules.KeyNullable, key.TypeLocation, key.Title, remedy.TrimEnd('?'));
        }

        string name = ScalarTypes.Beneath(key.Type).ToSource(context.Aliases);
        return new TypeRef(name, kind, ScalarTypes.IsNullable(key.Type));
    }
}
