using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Worlds;
using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions.Answers;

/// <summary>
/// What a client wants to know of each person (WHOX): letters after a '%', and a word of its own by which it knows the answer again. The fields
/// come in the one order of <see cref="Letters"/>, whatever order was asked for.
/// </summary>
public sealed record WhoFields(string Wanted, string Token)
{
    private const string Letters = "tcuihsnfdlaor";

    /// <summary>Digits of a token: its answer must fit a line, and more is not asked for by anybody.</summary>
    private const int TokenDigits = 3;

    /// <summary>Null if the word asks for no fields.</summary>
    public static WhoFields? Parse(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (!word.StartsWith('%'))
            return null;
        var comma = word.IndexOf(',', StringComparison.Ordinal);
        var token = comma < 0 ? "" : word[(comma + 1)..];
        return new WhoFields(comma < 0 ? word[1..] : word[1..comma], token.Length is > 0 and <= TokenDigits && token.All(char.IsAsciiDigit) ? token : "0");
    }

    public void Write(World world, Person person, Option<Room> room, Numeric to, ServerInfo info)
    {
        ArgumentNullException.ThrowIfNull(person);
        var line = to.Begin(Numerics.RplWhoSpcRpl);
        foreach (var letter in Letters)
        {
            if (letter == 'r' && Wanted.Contains(letter, StringComparison.Ordinal))
                line.LastFitting(person.RealName.Text);
            else if (Wanted.Contains(letter, StringComparison.Ordinal))
                line.Param(letter == 's' ? ServerAnswers.Of(world, person, info) : Field(letter, person, room, to));
        }
        line.End();
    }

    private string Field(char letter, Person person, Option<Room> room, Numeric to) => letter switch
    {
        't' => Token,
        'c' => room.Map(found => found.Name.Text).IfNone("*"),
        'u' => person.Who.User,
        // Addresses are nobody's business; this is what WHOX says where they are hidden.
        'i' => "255.255.255.255",
        'h' => person.Who.Host,
        'n' => person.Nick.Text,
        'f' => PeopleAnswers.Flags(person, room, to),
        'd' => "0",
        // Nobody's silence is counted.
        'l' => "0",
        'a' => person.Who.Account.Map(account => account.Name.Text).IfNone("0"),
        'o' => "n/a",
        _ => throw new ArgumentOutOfRangeException(nameof(letter), letter, "This is no field of WHOX that has a value in the middle of a line."),
    };
}
