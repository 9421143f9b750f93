namespace ProfileSchema.Generator.Emitting;

/// <summary>The mark of generated code.</summary>
internal static class GeneratedCode
{
    public static string Attribute { get; } =
        $"[global::System.CodeDom.Compiler.GeneratedCode(\"ProfileSchema.Generator\", \"{Version}\")]";

    private static string Version => typeof(GeneratedCode).Assembly.GetName().Version.ToString();
}
