using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Checks that a hash suits what is hashed (HASH-1).</summary>
internal static class HashRules
{
    /// <summary>Whether values of a kind that the writer knows can be hashed as the attribute asks.</summary>
    public static bool Check(
        ProfileContext context,
        AnnotatedMember member,
        ParameterOptions options,
        ITypeSymbol type,
        ScalarKind kind
    )
    {
        string? advice = Advice(options.Hash, kind);
        if (advice is not null)
        {
            Report(context, member, member.Parameter!, type, options.Hash, advice);
        }

        return advice is null;
    }

    /// <summary>Reports a hash of a type whose values have more than one text form. Returns whether there was one.</summary>
    public static bool Refuse(
        ProfileContext context,
        AnnotatedMember member,
        ParameterOptions options,
        ITypeSymbol type
    )
    {
        if (options.Hash is HashKind.None)
        {
            return false;
        }

        Report(context, member, member.Parameter!, type, options.Hash, "change the type to string");
        return true;
    }

    /// <summary>Reads the hash of a key.</summary>
    public static HashKind ReadKey(ProfileContext context, AnnotatedMember key, TypeRef? type)
    {
        HashKind hash = AttributeEnums.Read(
            context,
            key.Option(key.Key!, AttributeNames.Hash),
            HashKind.None,
            key.ArgumentLocation(key.Key, AttributeNames.Hash)
        );
        if (type is not null && hash is not HashKind.None && Advice(hash, type.Kind) is { } advice)
        {
            Report(context, key, key.Key!, key.Type, hash, advice);
        }

        return hash;
    }

    private static string? Advice(HashKind hash, ScalarKind kind) =>
        !kind.CanBeHashed ? "use string or remove Hash"
        : kind is not ScalarKind.String && hash is not HashKind.Sha256 ? "use Sha256, or change the type to string"
        : null;

    private static void Report(
        ProfileContext context,
        AnnotatedMember member,
        AttributeData attribute,
        ITypeSymbol type,
        HashKind hash,
        string advice
    ) =>
        context.Report(
            SchemaRules.HashUnsuitable,
            member.ArgumentLocation(attribute, AttributeNames.Hash),
            member.Title,
            ScalarTypes.Beneath(type).ToMessage(),
            hash.ToString(),
            advice
        );
}
