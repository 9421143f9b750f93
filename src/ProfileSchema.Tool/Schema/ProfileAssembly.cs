using System.Reflection;
using System.Runtime.Loader;
using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Schema;

/// <summary>Finds the contracts in an assembly by loading it, with what it depends on beside it.</summary>
internal static class ProfileAssembly
{
    /// <exception cref="ToolException">It cannot be loaded, needs another version of the library, or declares no profile.</exception>
    public static IReadOnlyList<ProfileDictionary> Read(string path, ToolConsole console)
    {
        console.Note($"Loading {path}. Its code is in this process from here on.");
        IReadOnlyList<ProfileDictionary> profiles = Read(path);
        return profiles.Count > 0
            ? profiles
            : throw new ToolException(
                ExitCode.NotFound,
                $"{path} declares no profile: no type is marked [Profile] or [ProfileContractFor]."
            );
    }

    private static IReadOnlyList<ProfileDictionary> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new ToolException(ExitCode.InputOutput, $"There is no file {path}.");
        }

        try
        {
            Assembly assembly = new AssemblyFolder(Path.GetFullPath(path)).LoadFromAssemblyPath(Path.GetFullPath(path));
            return
            [
                .. assembly
                    .GetTypes()
                    .SelectMany(Contracts)
                    .OrderBy(profile => profile.TypeName, StringComparer.Ordinal),
            ];
        }
        catch (Exception exception)
            when (Unwrap(exception)
                    is BadImageFormatException
                        or TypeLoadException
                        or MissingMemberException
                        or FileLoadException
                        or FileNotFoundException
                        or ReflectionTypeLoadException
            )
        {
            throw Explain(path, exception);
        }
    }

    private static ToolException Explain(string path, Exception exception)
    {
        Exception cause = Unwrap(exception);
        string text =
            cause is BadImageFormatException
                ? "is no .NET assembly. Name the .dll that a build made."
                : $"cannot be loaded whole: {cause.Message} Build it with all that it depends on beside it ('dotnet publish'), and with "
                    + "the version of ProfileSchema that this tool has.";
        return new ToolException(ExitCode.InputOutput, $"{path} {text}", exception);
    }

    /// <summary>A type that is a profile, or that holds the contract of a type which cannot be edited.</summary>
    private static IEnumerable<ProfileDictionary> Contracts(Type type)
    {
        if (type.ContainsGenericParameters)
        {
            yield break;
        }

        foreach (Type profile in type.GetInterfaces().Where(IsProfileOf))
        {
            if (profile.GetGenericArguments()[0] == type)
            {
                yield return Describe(
                    type,
                    type.GetCustomAttribute<ProfileAttribute>()?.Naming ?? ProfileNaming.CamelCase,
                    typeof(ProfileContract)
                        .GetMethod(nameof(ProfileContract.Of))!
                        .MakeGenericMethod(type)
                        .Invoke(null, null)!
                );
            }
        }

        if (
            type.GetCustomAttributes().FirstOrDefault(IsContractFor) is { } mirror
            && type.GetProperty("Default", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) is { } contract
        )
        {
            yield return Describe(mirror.GetType().GetGenericArguments()[0], NamingOf(mirror), contract);
        }
    }

    private static ProfileDictionary Describe(Type type, ProfileNaming naming, object contract)
    {
        T Get<T>(string name) => (T)contract.GetType().GetProperty(name)!.GetValue(contract)!;
        return new ProfileDictionary(
            type.FullName ?? type.Name,
            Get<ProfileKeyKind>(nameof(ProfileContract<>.KeyKind)),
            Get<ProfileHash>(nameof(ProfileContract<>.KeyHash)),
            naming,
            Get<IReadOnlyList<ProfileParameter>>(nameof(ProfileContract<>.Parameters))
        );
    }

    private static bool IsProfileOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IProfile<>);

    private static bool IsContractFor(Attribute attribute) =>
        attribute.GetType() is { IsGenericType: true } type
        && type.GetGenericTypeDefinition() == typeof(ProfileContractForAttribute<>);

    private static ProfileNaming NamingOf(Attribute attribute) =>
        (ProfileNaming)attribute.GetType().GetProperty(nameof(ProfileAttribute.Naming))!.GetValue(attribute)!;

    private static Exception Unwrap(Exception exception) =>
        exception is TargetInvocationException { InnerException: { } inner } ? Unwrap(inner)
        : exception is ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } ? first
        : exception;

    /// <summary>Looks for dependencies beside the assembly; the library itself is this tool's, so that its types are the same.</summary>
    private sealed class AssemblyFolder(string path) : AssemblyLoadContext("schema", isCollectible: false)
    {
        private readonly AssemblyDependencyResolver _resolver = new(path);

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            if (assemblyName.Name == typeof(ProfileContract).Assembly.GetName().Name)
            {
                return typeof(ProfileContract).Assembly;
            }

            string? found = _resolver.ResolveAssemblyToPath(assemblyName);
            return found is null ? null : LoadFromAssemblyPath(found);
        }
    }
}
