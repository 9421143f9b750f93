namespace ProfileSchema.Tests;

/// <summary>Each target framework is tested on its own runtime, not on a newer one.</summary>
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
