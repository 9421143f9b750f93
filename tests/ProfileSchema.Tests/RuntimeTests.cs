namespace ProfileSchema.Tests;

/// <summary>The tests of a target framework run on that framework, and not on a newer one that stands in for it.</summary>
public sealed class RuntimeTests
{
    [Fact]
    public void The_runtime_is_the_one_that_is_targeted()
    {
#if NET10_0_OR_GREATER
        Assert.Equal(10, Environment.Version.Major);
#else
        Assert.Equal(8, Environment.Version.Major);
#endif
    }
}
