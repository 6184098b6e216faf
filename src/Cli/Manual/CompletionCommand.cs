using System.CommandLine;

namespace ChatRoom.Cli.Manual;

/// <summary>
/// `chatroom completion SHELL`: a script that makes the shell ask this program what fits, through System.CommandLine's `[suggest]`
/// directive, so that it can never disagree with what the program understands. Options are offered to those who begin one with '-',
/// and where nothing else fits, the shell offers files.
/// </summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _chatroom() {
          local IFS=$'\n' word=${COMP_WORDS[COMP_CWORD]} fits
          fits=$(chatroom "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)
          [[ $word == -* ]] || fits=$(grep -v '^-' <<<"$fits")
          COMPREPLY=($(compgen -W "$fits" -- "$word"))
        }
        complete -o default -F _chatroom chatroom
        """;

    private const string Zsh = """
        _chatroom() {
          local -a fits
          fits=("${(@f)$(chatroom "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          [[ $PREFIX == -* ]] || fits=(${fits:#-*})
          fits=(${fits:#})
          if (( $#fits )); then compadd -a fits; else _files; fi
        }
        compdef _chatroom chatroom
        """;

    private const string Fish = """
        function __chatroom_fits
          set -l line (commandline -cp)
          set -l fits (chatroom "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null | string match -r -- '.+')
          string match -q -- '-*' (commandline -ct); or set fits (string match -v -- '-*' $fits)
          if set -q fits[1]
            printf '%s\n' $fits
          else
            __fish_complete_path (commandline -ct)
          end
        end
        complete -c chatroom -f -a '(__chatroom_fits)'
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
