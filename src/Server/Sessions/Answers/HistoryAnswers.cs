using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Irc;
using ChatRoom.Journal;

namespace ChatRoom.Server.Sessions.Answers;

/// <summary>
/// What was said, page by page (draft/chathistory). A page is read when it is its turn to be sent, so asking fast costs nothing but waiting. What the asker
/// can't show is not asked for; what belongs to a message comes beside it and counts nothing.
/// </summary>
public static class HistoryAnswers
{
    public static IEnumerable<Written> Write(Standpoint from, HistoryPage page, Capability capabilities, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (!HistoryTarget.Find(from, page.Target).TryGet(out var target))
        {
            to.Writer.Source(to.Server).Command("FAIL"u8).Param("CHATHISTORY").Param("INVALID_TARGET").Param(page.Sub)
                .Param(Numeric.Word(page.Target)).Last("You are not in such a room, and nobody of that nickname is here").End();
            return [default];
        }
        try
        {
            var found = new PageReader(from.History, target, capabilities).Read(page);
            return Batch(from.Info, capabilities, found.Events.Select(one => (target.Under(one.What), one.IsContext)), found.IsEnd, target.Name, to);
        }
        catch (JournalLostException lost)
        {
            Unreadable(to, page.Sub, lost);
            return [default];
        }
    }

    /// <summary>The journal is away; who asks may ask again.</summary>
    internal static void Unreadable(Numeric to, string sub, JournalLostException lost) =>
        to.Writer.Source(to.Server).Command("FAIL"u8).Param("CHATHISTORY").Param("MESSAGE_ERROR").Param(sub).Last($"Messages could not be read: {lost.Message}").End();

    /// <summary>A page as the client knows it: in a batch, or line by line.</summary>
    internal static IEnumerable<Written> Batch(ServerInfo info, Capability capabilities, IEnumerable<(Recorded What, bool IsContext)> page, bool isEnd, string target, Numeric to)
    {
        var batch = Open(capabilities, isEnd, to, "chathistory", target);
        var events = new EventWriter(info);
        var variant = Offered.DeliveryOptions(capabilities).Variant;
        foreach (var (what, isContext) in page)
        {
            events.Write(to.Writer, what, variant, new Within(IsPlayed: true, batch, isContext));
            yield return default;
        }
        Close(batch, to);
        yield return default;
    }

    /// <summary>Begins a batch for who knows such, and names it. Where there is no more, it says so (draft/chathistory-end).</summary>
    internal static string? Open(Capability capabilities, bool isEnd, Numeric to, params ReadOnlySpan<string> words)
    {
        if (!capabilities.HasFlag(Capability.Batch))
            return null;
        const string batch = "history";
        if (isEnd && capabilities.HasFlag(Capability.MessageTags))
            to.Writer.Tag("draft/chathistory-end"u8, "");
        var line = to.Writer.Source(to.Server).Command("BATCH"u8).Param($"+{batch}");
        foreach (var word in words)
            line.Param(word);
        line.End();
        return batch;
    }

    internal static void Close(string? batch, Numeric to)
    {
        if (batch is not null)
            to.Writer.Source(to.Server).Command("BATCH"u8).Param($"-{batch}").End();
    }
}
