using ChatRoom.Client.Text;

namespace ChatRoom.Client.Tests;

public class LettersTests
{
    [Theory]
    [InlineData("Trời ĐẸP quá", "troi dep qua")]
    [InlineData("Łódź, Ærø, naïve", "lodz, æro, naive")]
    [InlineData("日本語 👍", "日本語 👍")]
    public void Marks_and_case_are_taken_away(string text, string plain) => Assert.Equal(plain, Letters.Fold(text));

    [Fact]
    public void A_word_is_found_without_its_marks()
    {
        var entries = new ChatRoom.Client.Chat.Conversation("#a", ChatRoom.Client.Chat.ConversationKind.Room)
        {
            Entries = [new ChatRoom.Client.Chat.Entry(1, Conversation.At, new ChatRoom.Client.Chat.EntryWhat.Said("Lan", "trời đẹp", ChatRoom.Client.Protocol.Manner.Message, false))],
        };
        Assert.Single(ChatRoom.Client.Chat.Searching.Find(entries, "troi DEP"));
        Assert.Empty(ChatRoom.Client.Chat.Searching.Find(entries, "troi mua"));
    }
}
