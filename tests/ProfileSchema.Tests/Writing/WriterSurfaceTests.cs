using System.ComponentModel;
using System.Reflection;

namespace ProfileSchema.Tests.Writing;

/// <summary>What IntelliSense shows of the writer: the few members that a contract written by hand needs.</summary>
public sealed class WriterSurfaceTests
{
    private static readonly MethodInfo[] Methods = typeof(ProfileWriter).GetMethods(
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly
    );

    [Fact]
    public void Members_that_generated_code_calls_are_hidden()
    {
        IEnumerable<string> shown = Methods
            .Where(method =>
                method.GetCustomAttribute<EditorBrowsableAttribute>() is not { State: EditorBrowsableState.Never }
            )
            .Select(method => method.Name);

        Assert.Equal(["Reject", "Write", "WriteKey", "WriteNull"], shown.Order());
    }

    [Fact]
    public void No_overload_takes_a_nullable_value_type() =>
        Assert.DoesNotContain(
            Methods.SelectMany(method => method.GetParameters()),
            parameter => Nullable.GetUnderlyingType(parameter.ParameterType) is not null
        );
}
