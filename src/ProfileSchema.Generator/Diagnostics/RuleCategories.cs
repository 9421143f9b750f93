namespace ProfileSchema.Generator.Diagnostics;

/// <summary>The categories of the rules, by which an <c>.editorconfig</c> can configure several at once.</summary>
internal static class RuleCategories
{
    public const string Design = "ProfileSchema.Design";
    public const string Naming = "ProfileSchema.Naming";
    public const string Performance = "ProfileSchema.Performance";
    public const string Privacy = "ProfileSchema.Privacy";
    public const string Usage = "ProfileSchema.Usage";
}
