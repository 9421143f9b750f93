using System.CommandLine;
using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Completion;

/// <summary><c>completion SHELL</c>: the script that makes a shell complete the commands and options of the tool.</summary>
internal static class CompletionCommand
{
    public static Command Create(ToolConsole console)
    {
        var shell = new Argument<string>("SHELL") { Description = "The shell that the script is for." };
        shell.AcceptOnlyFromAmong(CompletionScripts.Bash, CompletionScripts.Zsh, CompletionScripts.PowerShell);
        var command = new ToolCommand(
            "completion",
            "Writes the script that makes a shell complete commands, options and their values.",
            "completion bash >> ~/.bashrc",
            "completion zsh >> ~/.zshrc",
            "completion pwsh >> $PROFILE"
        )
        {
            shell,
        };
        command.SetAction(result => console.Lines(CompletionScripts.For(result.GetRequiredValue(shell))));
        return command;
    }
}
