using System.CommandLine;
using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Completion;

/// <summary><c>completion SHELL</c>: the script that makes a shell complete the commands and options of the tool.</summary>
internal sealed class CompletionCommand : ToolCommand
{
    private readonly Argument<string> _shell = new("SHELL") { Description = "The shell that the script is for." };

    public CompletionCommand(ToolConsole console)
        : base(
            "completion",
            "Writes the script that makes a shell complete commands, options and their values.",
            "completion bash >> ~/.bashrc",
            "completion zsh >> ~/.zshrc",
            "completion pwsh >> $PROFILE"
        )
    {
        _shell.AcceptOnlyFromAmong(CompletionScripts.Bash, CompletionScripts.Zsh, CompletionScripts.PowerShell);
        Add(_shell);
        SetAction(result => console.Lines(CompletionScripts.For(result.GetRequiredValue(_shell))));
    }
}
