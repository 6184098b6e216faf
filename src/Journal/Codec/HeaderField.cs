using System.Text.Json;

namespace ChatRoom.Journal.Codec;

/// <summary>
/// What a stored header can hold. The names are also those of `export`, so they are for scripts and keep their meaning for ever.
/// Ordered by how often a header has them: most events were said, in a room.
/// </summary>
internal enum HeaderField
{
    Person,
    Nick,
    User,
    Host,
    Room,
    RoomId,
    Id,
    About,
    AboutKind,
    Account,
    AccountId,
    Kind,
    Audience,
    To,
    ToPerson,
    ToUser,
    ToHost,
    ToAccount,
    ToAccountId,
    Bot,
    ToBot,
    Server,
    Connection,
    Rights,
    Why,
    StaysUntil,
    NewNick,
    Away,
    Level,
    Limits,
    Ranges,
    Right,
    Given,
    Mode,
    Value,
    Registration,
    Key,
    LetsIn,
    List,
    Mask,
    Until,
    NewRoom,
    Powers,
    Network,
    Hits,
    Modes,
    Name,
    Keys,
    All,
    Taken,
    For,
    Version,
}

/// <summary>The fields of somebody in a header: of who acts, or of who is acted on.</summary>
internal sealed record ActorFields(
    HeaderField Person, HeaderField Nick, HeaderField User, HeaderField Host, HeaderField Account, HeaderField AccountId, HeaderField Bot)
{
    public static readonly ActorFields Who = new(
        HeaderField.Person, HeaderField.Nick, HeaderField.User, HeaderField.Host, HeaderField.Account, HeaderField.AccountId, HeaderField.Bot);

    public static readonly ActorFields To = new(
        HeaderField.ToPerson, HeaderField.To, HeaderField.ToUser, HeaderField.ToHost, HeaderField.ToAccount, HeaderField.ToAccountId, HeaderField.ToBot);
}

/// <summary>The fields' names as they stand in JSON.</summary>
internal static class HeaderFieldNames
{
    private static readonly JsonEncodedText[] Encoded =
        [.. Enum.GetNames<HeaderField>().Select(name => JsonEncodedText.Encode($"{char.ToLowerInvariant(name[0])}{name[1..]}"))];

    /// <summary>So many there are: the last one stands last.</summary>
    public const int Count = (int)HeaderField.Version + 1;

    public static JsonEncodedText Of(HeaderField field) => Encoded[(int)field];

    /// <summary>Which field this is; -1 for one that a later version added.</summary>
    public static int Find(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < Encoded.Length; i++)
        {
            if (name.SequenceEqual(Encoded[i].EncodedUtf8Bytes))
                return i;
        }
        return -1;
    }
}
