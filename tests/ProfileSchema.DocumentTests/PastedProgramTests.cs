using System.Globalization;

namespace ProfileSchema.DocumentTests;

/// <summary>What a newcomer pastes into an empty project is built by the SDK as it is, and without a warning.</summary>
public sealed class PastedProgramTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pasted-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/tutorials/first-profile.md")]
    public async Task The_first_example_of_a_page_builds_in_an_empty_project(string page)
    {
        Example first = Page.All.Single(other => other.Name == page).Programs[0];
        await WriteAsync("Pasted.csproj", Project());
        foreach (IGrouping<string, Block> file in first.Blocks.GroupBy(block => block.File, StringComparer.Ordinal))
        {
            await WriteAsync(file.Key, string.Join('\n', file.Select(block => block.Text)));
        }

        (int exitCode, string printed) = await Shell.RunAsync(_folder.FullName, "dotnet", "build", "-warnaserror");

        Assert.True(exitCode == 0, printed);
    }

    /// <summary>A new console project that refers to the libraries of this build instead of to packages.</summary>
    private static string Project() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                <FrameworkReference Include="Microsoft.AspNetCore.App" />
                <Reference Include="{Library("ProfileSchema")};{Library("ProfileSchema.Client")};{Library(
                "ProfileSchema.Emulator"
            )}" />
                <Analyzer Include="{Library("ProfileSchema.Generator")}" />
              </ItemGroup>
            </Project>
            """
        );

    private static string Library(string name) => Path.Combine(AppContext.BaseDirectory, name + ".dll");

    private Task WriteAsync(string file, string content) =>
        File.WriteAllTextAsync(Path.Combine(_folder.FullName, file), content, TestContext.Current.CancellationToken);
}
