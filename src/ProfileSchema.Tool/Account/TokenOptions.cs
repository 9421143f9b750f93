using System.CommandLine;
using ProfileSchema.Client;

namespace ProfileSchema.Tool.Account;

/// <summary>
/// Where the token of an account comes from that asks for one (AUTH-1): an environment variable, a file or the standard input.
/// Never an argument, which every process of the machine can read and every shell remembers.
/// </summary>
internal sealed class TokenOptions
{
    private readonly string _name;
    private readonly string _defaultVariable;
    private readonly Option<string> _variable;
    private readonly Option<string?> _file;
    private readonly Option<bool> _standardInput;

    /// <summary>So that a token which was given as an argument is refused without being printed.</summary>
    private readonly Option<string[]> _argument;

    /// <param name="name">What the options begin with.</param>
    /// <param name="defaultVariable">The environment variable that is looked at unless another is named.</param>
    /// <param name="whose">Whose token it is, in the help.</param>
    public TokenOptions(string name, string defaultVariable, string whose)
    {
        _name = name;
        _defaultVariable = defaultVariable;
        _variable = new($"{name}-env")
        {
            Description = $"The environment variable that holds the token {whose}.",
            HelpName = "NAME",
            DefaultValueFactory = _ => defaultVariable,
        };
        _file = new($"{name}-file")
        {
            Description = "A file that holds the token. It is read again when the service refuses the token.",
            HelpName = "FILE",
        };
        _standardInput = new($"{name}-stdin") { Description = "Reads the token from the standard input." };
        _argument = new(name) { Hidden = true, Arity = ArgumentArity.ZeroOrMore };
    }

    public void AddTo(Command command)
    {
        _argument.Validators.Add(result =>
            result.AddError(
                $"A token is no argument, where others can read it. Use {_name}-env, {_name}-file or {_name}-stdin, and take "
                    + "the token out of the history of your shell."
            )
        );
        command.Options.Add(_variable);
        command.Options.Add(_file);
        command.Options.Add(_standardInput);
        command.Options.Add(_argument);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_file) is { Implicit: false } && result.GetValue(_standardInput))
            {
                result.AddError($"The token comes from {_name}-file or from {_name}-stdin, not from both.");
            }
        });
    }

    /// <summary>Whether the command line names a place of the token.</summary>
    public bool IsGiven(ParseResult result) =>
        result.GetValue(_standardInput)
        || result.GetResult(_file) is { Implicit: false }
        || result.GetResult(_variable) is { Implicit: false };

    /// <summary>The source of the token; null if there is none, as in an account's default.</summary>
    public async Task<ProfileTokenSource?> ReadAsync(ParseResult result, CancellationToken cancellationToken)
    {
        if (result.GetValue(_standardInput))
        {
            string? line = await Console.In.ReadLineAsync(cancellationToken);
            return Fixed(line, "The standard input");
        }

        if (result.GetValue(_file) is { } path)
        {
            // Asked now, so that a file that is not there is known before anything is sent.
            _ = Fixed(await ReadFileAsync(path, cancellationToken), path);
            return ProfileTokenSource.FromDelegate(async token => (await ReadFileAsync(path, token)).Trim());
        }

        string variable = result.GetRequiredValue(_variable);
        string? value = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrEmpty(value))
        {
            return variable == _defaultVariable
                ? null
                : throw new ToolException(ExitCode.Usage, $"The environment variable {variable} is not set.");
        }

        return Fixed(value, $"The environment variable {variable}");
    }

    private static Task<string> ReadFileAsync(string path, CancellationToken cancellationToken) =>
        File.ReadAllTextAsync(path, cancellationToken);

    private static ProfileTokenSource Fixed(string? token, string place)
    {
        try
        {
            return ProfileTokenSource.Fixed(token?.Trim() ?? "");
        }
        catch (ArgumentException)
        {
            // What the library says would not name the place, and must not name the token.
            throw new ToolException(ExitCode.Usage, $"{place} holds no token: one line of printable characters.");
        }
    }
}
