using ChatRoom.Client.Protocol;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.Composing;
using ChatRoom.Tui.ConnectForm;
using ChatRoom.Tui.Loop;
using ChatRoom.Tui.Tests.ChatScreen;

namespace ChatRoom.Tui.Tests;

/// <summary>What is kept of a server for the next time.</summary>
public class PlacesTests
{
    [Theory]
    [InlineData("see you at ", "see you at ")]
    [InlineData("/topic not yet", "/topic not yet")]
    [InlineData("/login opensesame", "")]
    [InlineData("/password half of i", "")]
    public void What_was_begun_is_kept_and_a_password_is_not(string written, string kept)
    {
        var talk = new Furnished().Say(3).At(80, 24);
        talk = talk.With(talk.Reading with { Draft = new Composer(written, written.Length) });
        var here = talk.Networks.Current with { Chat = talk.Chat with { Client = talk.Chat.Client with { HasBeenHere = true } } };
        Assert.True(Nickname.TryParse("Tuan", out var nick, out _));

        var left = Places.Of(talk, here, new FormValues("chat.example.org", 6667, false, nick, []));

        Assert.Equal(kept, Assert.Single(left!.Conversations, one => one.Name == talk.Current.Name).Draft);
    }
}
