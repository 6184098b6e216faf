using ChatRoom.Client.Chat;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.Commands;
using ChatRoom.Tui.Tests.ChatScreen;

namespace ChatRoom.Tui.Tests;

public class StatusLinesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 14, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_server_without_our_capabilities_is_said_to_lack_them() => Assert.Equal(
        [
            "server      irc.example.org:6667, not connected: the connection broke; try 3 in 4 s",
            "you         Duy",
            "account     not logged in",
            "encryption  none: everybody on the way can read along",
            "lag         not measured yet",
            "missing     no messages from before you came (draft/chathistory); a line that was perhaps sent is not said again by itself (chatroom/once); nothing for /delete /rewrite",
        ],
        StatusLines.Of(
            Chat(Caps.Tags, Caps.Echo) with { Link = new LinkState.Waiting("the connection broke", Now.AddSeconds(4), 2) },
            "irc.example.org:6667", encryption: null, account: null, lag: null));

    [Fact]
    public void On_our_own_server_nothing_is_missing() => Assert.Equal(
        ["server      localhost:6697, connected", "you         Duy", "account     duy", "encryption  TLS 1.3, pinned", "lag         12 ms", "missing     nothing"],
        StatusLines.Of(Chat([.. Caps.Wanted, Caps.Redaction]) with { Link = new LinkState.Online() }, "localhost:6697", "TLS 1.3, pinned", "duy", TimeSpan.FromMilliseconds(12.3)));

    private static ChatModel Chat(params string[] active) => Nickname.TryParse("Duy", out var nick, out var refusal)
        ? new ChatModel(new ClientModel(new ClientSettings(nick, [])) { Active = [.. active] }) { Now = Now }
        : throw new FormatException(refusal);

    [Fact]
    public void A_server_that_does_not_answer_looks_like_one()
    {
        var model = new Furnished().Say(3).At(80, 24);
        var doubted = model.Chat.Client with { WaitingSince = model.Now.AddSeconds(-12) };
        Assert.Contains("● no answer for 12 s", TalkView.Show(model.With(model.Chat with { Client = doubted })).ToText());
        Assert.Contains("● connected", TalkView.Show(model).ToText());
    }
}
