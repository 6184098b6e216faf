using ChatRoom.Client.Chat;
using ChatRoom.Irc;

namespace ChatRoom.Client.Tests;

/// <summary>All that one's account did, when one asks for it.</summary>
public class OwnRecordsTests
{
    private const string Labels = "batch labeled-response";

    [Fact]
    public void Lines_in_pieces_are_put_together_and_are_whole_when_the_server_says_so()
    {
        var chat = Asked().Hear(
            "@batch=1 :s NOTE ACCOUNT EXPORT Tuan + :{\"text\":\"one ", "@batch=1 :s NOTE ACCOUNT EXPORT Tuan . :line\"}",
            "@batch=1 :s NOTE ACCOUNT EXPORT Tuan . :{}");
        Assert.False(chat.Model.Records?.IsWhole);

        chat.Hear("@batch=1 :s NOTE ACCOUNT EXPORTED Tuan :That was all", ":s BATCH -1");

        Assert.Equal(["{\"text\":\"one line\"}", "{}"], chat.Model.Records?.Lines);
        Assert.True(chat.Model.Records?.IsWhole);
        Assert.DoesNotContain(chat.Read(), line => line.Contains('{'));
    }

    [Fact]
    public void What_a_server_says_unasked_is_shown_and_gathered_nowhere()
    {
        var chat = Chatting.InRoom(Labels).Hear(":s NOTE ACCOUNT EXPORT Tuan . :{}");

        Assert.Null(chat.Model.Records);
        Assert.Contains(chat.Read("").Concat(chat.Read()), line => line == "info: {}");
    }

    [Fact]
    public void What_came_before_the_connection_broke_is_not_taken_for_the_whole()
    {
        var chat = Asked().Hear("@batch=1 :s NOTE ACCOUNT EXPORT Tuan . :{}");

        chat.Break();

        Assert.Null(chat.Model.Records);
    }

    private static Chatting Asked()
    {
        var chat = Chatting.InRoom(Labels).Wish(new ChatWish.Command("#lobby", Message.Of("ACCOUNT", "EXPORT")));
        var label = Message.Parse(chat.Sent.Single()).Tag("label");
        return chat.Hear($"@label={label} :s BATCH +1 labeled-response");
    }
}
