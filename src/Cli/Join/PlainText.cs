using ChatRoom.Client.Protocol;
using ChatRoom.Client.Text;

namespace ChatRoom.Cli.Join;

/// <summary>What a person reads about an event, and whether it is chat (stdout) or about the chat (stderr).</summary>
/// <param name="Zone">In whose time the moments of history are written.</param>
public sealed class PlainText(TimeZoneInfo zone)
{
    /// <summary>People named when we come into a room; the rest is counted, so that a big room does not fill the screen.</summary>
    private const int MostNames = 20;

    /// <param name="IsChat">It belongs on stdout.</param>
    /// <param name="Text">One line, harmless to a terminal.</param>
    public readonly record struct Line(bool IsChat, string Text);

    public Line Of(ChatEvent happened)
    {
        var line = happened switch
        {
            ChatEvent.Welcomed e => About($"connected to {e.Server} as {e.Nick}"),
            ChatEvent.Joined e => Chat($"{e.Nick} has connected to the chat room"),
            ChatEvent.Left e => Chat($"{e.Nick} has left the chat room!"),
            ChatEvent.Quit e => Chat($"{e.Nick} has left the chat room!"),
            ChatEvent.Kicked e => Chat($"{e.Nick} was removed from {e.Room} by {e.By}{Because(e.Reason)}"),
            ChatEvent.Said e => Chat(Private(e.Room, e.Own, e.To) + (e.Manner == Manner.Action ? $"* {e.Nick} {e.Text}" : $"{e.Nick}: {e.Text}")),
            ChatEvent.Noticed e => Chat($"{Private(e.Room, e.Own, e.To)}-{e.Nick}- {e.Text}"),
            ChatEvent.Reacted e => Chat($"{Private(e.Room, e.Own, e.To)}{e.Nick} {(e.Undone ? "takes back" : "answers with")} {e.Text}"),
            ChatEvent.Typing e => About($"{e.Nick} {(e.IsWriting ? "is writing" : "has stopped writing")}"),
            ChatEvent.Redacted e => Chat($"{e.By} has taken a message back{Because(e.Reason)}"),
            ChatEvent.Renamed e => Chat($"{e.Nick} is now known as {e.NewNick}"),
            ChatEvent.RoomRenamed e => Chat($"{e.By} calls {e.Room} {e.NewRoom} now{Because(e.Reason)}"),
            ChatEvent.TopicSet e => Chat(Topic(e)),
            ChatEvent.Present e => About(Present(e)),
            ChatEvent.Members e => About(Present(new(e.At, e.Room, [.. e.People.Select(member => member.Rank + member.Nick)], e.More))),
            ChatEvent.ModesChanged e => Chat($"{e.Nick} has changed the modes of {e.Room}: {string.Join(' ', e.Words)}"),
            ChatEvent.AwayChanged e => About(e.Words is null ? $"{e.Nick} is back" : $"{e.Nick} is away: {e.Words}"),
            ChatEvent.Invited e => Chat($"{e.By} has invited {e.Nick} to {e.Room}"),
            ChatEvent.Failed e => About($"not sent to {e.To}: {e.Text}: {e.Reason}"),
            ChatEvent.PerhapsSent e => About($"perhaps sent to {e.To}: {e.Text}"),
            ChatEvent.ReadUntil e => About($"{e.Target} was read on another device"),
            ChatEvent.Gap e => About($"something is missing here: what was said in {e.Target} while the connection was away"),
            ChatEvent.RoomRefused e => About($"cannot join {e.Room}: {e.Reason}"),
            ChatEvent.Refused e => About(e.Reason),
            ChatEvent.Info e => About(e.Text),
            ChatEvent.OwnRecord e => Chat(e.Json),
            ChatEvent.OwnRecordsEnd e => About(e.Text),
            ChatEvent.Page e => About($"{e.Events.Count} earlier messages of {e.Target}"),
            ChatEvent.Found e => About($"{e.Events.Count} messages found in {e.Target}"),
        };
        return line with { Text = When(happened.At) + TerminalText.Sanitize(line.Text) };
    }

    private static Line Chat(string text) => new(true, text);

    private static Line About(string text) => new(false, text);

    private string When(Stamp at) => at.History ? $"[{TimeZoneInfo.ConvertTime(at.Time, zone):yyyy-MM-dd HH:mm}] " : "";

    private static string Private(string? room, bool own, string to) =>
        room is not null ? "" : own ? $"[private to {to}] " : "[private] ";

    private static string Because(string reason) => reason.Length == 0 ? "" : $": {reason}";

    private static string Topic(ChatEvent.TopicSet set) => (set.Nick, set.Topic) switch
    {
        (null, var topic) => $"the topic of {set.Room} is: {topic}",
        (var nick, "") => $"{nick} has cleared the topic of {set.Room}",
        var (nick, topic) => $"{nick} has set the topic of {set.Room} to: {topic}",
    };

    private static string Present(ChatEvent.Present present)
    {
        var named = string.Join(", ", present.Nicks.Take(MostNames));
        var others = present.Nicks.Count + present.More - Math.Min(present.Nicks.Count, MostNames);
        return $"in {present.Room}: {named}{(others > 0 ? $" and {others} others" : "")}";
    }
}
