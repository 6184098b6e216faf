using System.Diagnostics;

namespace ChatRoom.Integration.Tests;

/// <summary>The scripts of `chatroom completion`, read by the shells that they are for.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    /// <summary>A line to complete, what has to be offered, and what must not be.</summary>
    private static readonly (string Line, string[] Fits, string[] Never)[] Cases =
    [
        ("chatroom ", ["serve", "join", "backup"], ["--help", "man", "tea.backup"]),
        ("chatroom jo", ["join"], ["serve"]),
        ("chatroom join --ro", ["--room"], ["--port"]),
        ("chatroom serve --flood ", ["on", "off"], ["--port", "tea.backup"]),
        ("chatroom completion ", ["bash", "fish", "zsh"], ["tea.backup"]),
        ("chatroom restore te", ["tea.backup"], ["--data"]),
    ];

    public CompletionTests() => File.WriteAllText(_home["tea.backup"], "");

    public void Dispose() => _home.Dispose();

    /// <summary>Files are what bash itself offers where nothing else fits: `-o default`.</summary>
    [InstalledFact("bash")]
    public Task Bash_offers_what_fits() => AssertCompletes("bash", """
        source <(chatroom completion bash)
        while IFS= read -r COMP_LINE; do
          COMP_POINT=${#COMP_LINE}
          read -ra COMP_WORDS <<<"$COMP_LINE"
          [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=('')
          COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
          COMPREPLY=()
          _chatroom
          [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "${COMP_WORDS[COMP_CWORD]}"))
          echo "${COMPREPLY[@]}"
        done
        complete -p chatroom | grep -q -- '-o default -F _chatroom' || echo "not registered"
        """);

    [InstalledFact("fish")]
    public Task Fish_offers_what_fits() => AssertCompletes("fish", """
        chatroom completion fish | source
        while read -l line
          echo (complete -C "$line")
        end
        """);

    /// <summary>A completion needs zsh's line editor, and that a terminal: zpty makes one, with a widget that lists what would be offered.</summary>
    [InstalledFact("zsh")]
    public Task Zsh_offers_what_fits() => AssertCompletes("zsh", """
        zmodload zsh/zpty
        zpty shell zsh -f -i
        zpty -w shell 'PS1= ; autoload -U compinit; compinit -u -D; source <(chatroom completion zsh)'
        zpty -w shell 'compadd() { local -a found; builtin compadd -A found "$@"; offered+=($found) }'
        zpty -w shell 'offer() { local -a offered; _main_complete; print -r -- "<OFFERED>$offered<END>"; compstate[insert]= compstate[list]= }'
        zpty -w shell 'zle -C offer complete-word offer; bindkey "^I" offer; print READY'
        while zpty -r shell said '*READY*'; do [[ $said == *$'\n'READY* ]] && break; done
        while IFS= read -r line; do
          zpty -w -n shell "$line"$'\t'
          zpty -r shell said '*<OFFERED>*<END>*'
          print -r -- "${${said##*<OFFERED>}%%<END>*}"
          zpty -w -n shell $'\x15'
        done
        """);

    private async Task AssertCompletes(string shell, string script)
    {
        await File.WriteAllTextAsync(_home["script"], script);
        var start = new ProcessStartInfo(shell, [_home["script"]]) { WorkingDirectory = _home.Path };
        start.Environment["HOME"] = _home.Path;
        start.Environment["TERM"] = "dumb";
        start.Environment["PATH"] = $"{Path.GetDirectoryName(ChatRoomProgram.Path)}{Path.PathSeparator}{start.Environment["PATH"]}";
        ChatRoomProgram.FindsDotnet(start);
        await using var running = RunningProgram.Of(start);
        await running.Type(string.Concat(Cases.Select(one => one.Line + "\n")));
        running.EndInput();
        Assert.Equal(0, await running.Exit());
        var answers = (await running.Output.Rest()).ConvertAll(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.True(Cases.Length == answers.Count, string.Join('\n', await running.Errors.Rest()));
        foreach (var (answer, (line, fits, never)) in answers.Zip(Cases))
        {
            Assert.True(fits.All(answer.Contains), $"{shell} offers '{string.Join(' ', answer)}' for '{line}'.");
            Assert.False(never.Any(answer.Contains), $"{shell} offers '{string.Join(' ', answer)}' for '{line}'.");
        }
    }
}
