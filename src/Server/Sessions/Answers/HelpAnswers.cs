using ChatRoom.Irc;
using ChatRoom.Server.Sessions.Commands;

namespace ChatRoom.Server.Sessions.Answers;

/// <summary>What a command does, or which there are.</summary>
public static class HelpAnswers
{
    private const string Index = "*";

    public static IEnumerable<Written> Write(string subject, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var name = subject.TrimStart('/').ToUpperInvariant();
        if (name.Length == 0)
            All(to);
        else if (HelpTexts.All.TryGetValue(HelpTexts.Same.GetValueOrDefault(name, name), out var text))
            Of(name, text, to);
        else
            to.Begin(Numerics.ErrHelpNotFound).Param(Numeric.Word(subject)).Last("There is no such command here; HELP lists them").End();
        yield return default;
    }

    private static void All(Numeric to)
    {
        to.Begin(Numerics.RplHelpStart).Param(Index).Last("Commands of this server; HELP COMMAND says what one does").End();
        var names = new ListWriter(to.Writer, () => to.Begin(Numerics.RplHelpTxt).Param(Index));
        foreach (var name in CommandTable.Known.Select(row => row.Name).Order(StringComparer.Ordinal))
            names.Add(name);
        names.End();
        to.Begin(Numerics.RplEndOfHelp).Param(Index).Last("End of HELP").End();
    }

    private static void Of(string name, HelpText text, Numeric to)
    {
        to.Begin(Numerics.RplHelpStart).Param(name).Last($"{name} {text.Usage}".TrimEnd()).End();
        to.Begin(Numerics.RplHelpTxt).Param(name).Last(text.Does).End();
        if (HelpTexts.Same.TryGetValue(name, out var same))
            to.Begin(Numerics.RplHelpTxt).Param(name).Last($"It is the same as {same}").End();
        to.Begin(Numerics.RplEndOfHelp).Param(name).Last("End of HELP").End();
    }
}
