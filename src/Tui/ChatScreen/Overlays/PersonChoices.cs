using ChatRoom.Client.Chat;
using ChatRoom.Irc;

namespace ChatRoom.Tui.ChatScreen.Overlays;

/// <summary>What can be done with a person that was clicked.</summary>
public static class PersonChoices
{
    public static IReadOnlyList<(string Text, ChatWish Wish)> Of(TalkModel model, string nick)
    {
        var ignored = model.Chat.Ignored.ContainsKey(model.Folded(nick));
        return
        [
            ("write a private message", new ChatWish.Open(nick)),
            ("who is this?", new ChatWish.Command(model.Current.Name, Message.Of("WHOIS", nick))),
            (ignored ? "stop ignoring them" : "ignore them", new ChatWish.Ignore(nick, !ignored)),
        ];
    }
}
