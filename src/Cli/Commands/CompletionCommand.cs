using System.CommandLine;

namespace ChatRoom.Cli;

/// <summary>
/// `chatroom completion SHELL`: a script that makes the shell ask this program what fits, through System.CommandLine's `[suggest]`
/// directive, so that it can never disagree with what the program understands.
/// </summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _chatroom() {
          local IFS=$'\n'
          COMPREPLY=($(compgen -W "$(chatroom "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _chatroom chatroom
        """;

    private const string Zsh = """
        _chatroom() {
          local -a fits
          fits=("${(@f)$(chatroom "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          compadd -a fits
        }
        compdef _chatroom chatroom
        """;

    private const string Fish = """
        function __chatroom_fits
          set -l line (commandline -cp)
          chatroom "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c chatroom -a '(__chatroom_fits)'
        """;

    private const string Pwsh = """
        Register-ArgumentCompleter -Native -CommandName chatroom -ScriptBlock {
          param($word, $line, $position)
          chatroom "[suggest:$position]" "$line" 2>$null | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
          }
        }
        """;

    private static readonly Argument<string> Shell = new Argument<string>("shell") { Description = "the shell that will read the script" }
        .AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");

    public static Command Create()
    {
        var command = new Command("completion", "Print a script that completes commands and options in a shell.") { Shell };
        command.SetAction(parsed => parsed.InvocationConfiguration.Output.WriteLine(ScriptFor(parsed.GetRequiredValue(Shell))));
        return command;
    }

    private static string ScriptFor(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "fish" => Fish,
        "pwsh" => Pwsh,
        _ => throw new ArgumentOutOfRangeException(nameof(shell), shell, "This shell should have been refused."),
    };
}
