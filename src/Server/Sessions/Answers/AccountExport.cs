using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Journal.Maintenance;

namespace ChatRoom.Server.Sessions.Answers;

/// <summary>
/// All that an account did and that was said to it alone, for its person, in the lines of JSON that the export of an operator has. A line is told
/// in as many notes as it takes: all but its last say that more of it follows.
/// </summary>
public static class AccountExport
{
    public static IEnumerable<Written> Write(Standpoint from, Numeric to)
    {
        if (!from.World.Person(from.Connection).Bind(person => person.Who.Account).TryGet(out var account))
        {
            to.Writer.Source(to.Server).Command("FAIL"u8).Param("ACCOUNT").Param("ACCOUNT_REQUIRED").Last("You are not logged in to an account").End();
            yield break;
        }
        // It reads the whole journal, so the server does that for one person at a time.
        if (!from.Info.Exporting.TryEnter())
        {
            to.Writer.Source(to.Server).Command("FAIL"u8).Param("ACCOUNT").Param("TEMPORARILY_UNAVAILABLE").Param(account.Name.Text)
                .Last("Somebody else is being told all of theirs; ask again in a moment").End();
            yield break;
        }
        try
        {
            var count = 0;
            foreach (var json in AccountWords.Json(from.History, from.Info.Epochs, account.Id, from.World.Last))
            {
                if (json is not null)
                {
                    count++;
                    Tell(to, account, json);
                }
                yield return default;
            }
            Note(to, "EXPORTED", account).Last($"That was all: {count} events of {account.Name}").End();
        }
        finally
        {
            from.Info.Exporting.Leave();
        }
    }

    private static void Tell(Numeric to, AccountRef account, string json)
    {
        var line = Note(to, "EXPORT", account);
        var pieces = TextSplitter.Split(json, line.Room - " + :".Length);
        for (var i = 0; i < pieces.Count; i++)
            (i == 0 ? line : Note(to, "EXPORT", account)).Param(i < pieces.Count - 1 ? "+" : ".").Last(pieces[i]).End();
    }

    private static LineWriter Note(Numeric to, string code, AccountRef account) =>
        to.Writer.Source(to.Server).Command("NOTE"u8).Param("ACCOUNT").Param(code).Param(account.Name.Text);
}
