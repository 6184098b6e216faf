using ChatRoom.Domain.Data;

namespace ChatRoom.Domain.Names;

/// <summary>The name under which somebody is known for good. It has the form of a nickname, so that it can be one.</summary>
public sealed record AccountName
{
    private AccountName(Nick nick) => (Text, Key) = (nick.Text, nick.Key);

    public string Text { get; }

    public string Key { get; }

    public static Result<AccountName, NameFault> Parse(string text) => Nick.Parse(text).Map(nick => new AccountName(nick));

    public override string ToString() => Text;
}
