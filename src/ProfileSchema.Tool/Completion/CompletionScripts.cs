namespace ProfileSchema.Tool.Completion;

/// <summary>
/// The scripts: each gives the words behind the name of the program to the directive <c>[suggest:POSITION]</c>, which every
/// command line of the library answers. Where it has nothing to say, files are completed.
/// </summary>
internal static class CompletionScripts
{
    public const string Bash = "bash";
    public const string Zsh = "zsh";
    public const string PowerShell = "pwsh";

    public static string For(string shell) =>
        shell switch
        {
            Zsh => ZshScript,
            PowerShell => PowerShellScript,
            _ => BashScript,
        };

    private const string BashScript = """
        # profileschema: completion for bash
        _profileschema_complete() {
            local line="${COMP_LINE:0:COMP_POINT}" word="${COMP_WORDS[COMP_CWORD]}"
            local words="${line#*[[:space:]]}"
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$(profileschema "[suggest:${#words}]" "$words" 2>/dev/null)" -- "$word"))
        }
        complete -o default -F _profileschema_complete profileschema
        """;

    private const string ZshScript = """
        # profileschema: completion for zsh
        _profileschema_complete() {
            local words_before="${LBUFFER#*[[:space:]]}"
            local -a suggestions
            suggestions=("${(@f)$(profileschema "[suggest:${#words_before}]" "$words_before" 2>/dev/null)}")
            suggestions=("${(@)suggestions:#}")
            if (( ${#suggestions} )); then
                compadd -- "${suggestions[@]}"
            else
                _files
            fi
        }
        (( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
        compdef _profileschema_complete profileschema
        """;

    private const string PowerShellScript = """
        # profileschema: completion for PowerShell
        Register-ArgumentCompleter -Native -CommandName profileschema -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $line = $commandAst.ToString().PadRight($cursorPosition).Substring(0, $cursorPosition)
            $words = $line -replace '^\S+\s', ''
            profileschema "[suggest:$($words.Length)]" "$words" 2>$null |
                Where-Object { $_ -like "$wordToComplete*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }
        """;
}
