using System.Globalization;
using System.Text.Json;
using ChatRoom.Domain;

namespace ChatRoom.Server.Journal;

/// <summary>
/// All fields that a header can have, as one bag: a field that is missing has its default, and one that this version
/// doesn't know is passed over, because a later version may have added it.
/// </summary>
internal struct EventHeader
{
    private string? _nick;
    private string? _user;
    private string? _account;
    private string? _id;
    private Who? _to;
    private Party? _first;
    private Party? _second;
    private string? _name;
    private string? _new;

    public ServerId Server { get; private set; }

    public long Connection { get; private set; }

    public PersonId Person { get; private set; }

    public RoomId Room { get; private set; }

    public Role Role { get; private set; }

    public Audience Audience { get; private set; }

    public SayKind Kind { get; private set; }

    public string RealName { get; private set; }

    public string Reason { get; private set; }

    public string Topic { get; private set; }

    public string Away { get; private set; }

    public readonly ConnectionId ConnectionId => new(Server, Connection);

    public readonly Who Who => new(Person, Parse(_nick), _user ?? "", Account);

    public readonly Nick New => Parse(_new);

    public readonly RoomName Name => ParseRoom(_name);

    public readonly Option<SendId> Id => _id is null
        ? Option<SendId>.None
        : UInt128.TryParse(_id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits)
            ? new SendId(bits)
            : throw Bad("sender's id", _id);

    public readonly Conversation In => _to is null
        ? new Conversation.InRoom(Room, Name, Audience)
        : new Conversation.Between(
            _first ?? throw Bad("first party", null), _second ?? throw Bad("second party", null), _to);

    private readonly Option<AccountName> Account => _account is null ? Option<AccountName>.None : ParseAccount(_account);

    private readonly Party Party => _account is null ? new Party.Guest(Person) : new Party.Member(ParseAccount(_account));

    public static EventHeader Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                throw Bad("header", null);
            return ReadObject(ref reader);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException)
        {
            throw new UnreadableEventException($"the header is damaged: {broken.Message}", broken);
        }
    }

    private static EventHeader ReadObject(ref Utf8JsonReader reader)
    {
        var header = new EventHeader { RealName = "", Reason = "", Topic = "", Away = "" };
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!header.ReadName(ref reader) && !header.ReadNumber(ref reader))
                header.ReadRare(ref reader);
        }
        return header;
    }

    /// <summary>Ordered by how often a header has the field: most events were said, in a room.</summary>
    private bool ReadName(ref Utf8JsonReader reader)
    {
        if (Is(ref reader, HeaderFields.Nick))
            _nick = Text(ref reader);
        else if (Is(ref reader, HeaderFields.User))
            _user = Text(ref reader);
        else if (Is(ref reader, HeaderFields.Name))
            _name = Text(ref reader);
        else if (Is(ref reader, HeaderFields.Id))
            _id = Text(ref reader);
        else if (Is(ref reader, HeaderFields.Account))
            _account = Text(ref reader);
        else if (Is(ref reader, HeaderFields.New))
            _new = Text(ref reader);
        else
            return false;
        return true;
    }

    private bool ReadNumber(ref Utf8JsonReader reader)
    {
        if (Is(ref reader, HeaderFields.Person))
            Person = new PersonId(Number(ref reader));
        else if (Is(ref reader, HeaderFields.Room))
            Room = new RoomId(Number(ref reader));
        else if (Is(ref reader, HeaderFields.Server))
            Server = new ServerId((int)Number(ref reader));
        else if (Is(ref reader, HeaderFields.Connection))
            Connection = Number(ref reader);
        else if (Is(ref reader, HeaderFields.Role))
            Role = (Role)Number(ref reader);
        else if (Is(ref reader, HeaderFields.Audience))
            Audience = (Audience)Number(ref reader);
        else if (Is(ref reader, HeaderFields.Kind))
            Kind = (SayKind)Number(ref reader);
        else
            return false;
        return true;
    }

    private void ReadRare(ref Utf8JsonReader reader)
    {
        if (Is(ref reader, HeaderFields.RealName))
            RealName = Text(ref reader) ?? "";
        else if (Is(ref reader, HeaderFields.Reason))
            Reason = Text(ref reader) ?? "";
        else if (Is(ref reader, HeaderFields.Topic))
            Topic = Text(ref reader) ?? "";
        else if (Is(ref reader, HeaderFields.Away))
            Away = Text(ref reader) ?? "";
        else if (Is(ref reader, HeaderFields.First))
            _first = Nested(ref reader).Party;
        else if (Is(ref reader, HeaderFields.Second))
            _second = Nested(ref reader).Party;
        else if (Is(ref reader, HeaderFields.To))
            _to = Nested(ref reader).Who;
        else
            reader.Skip();
    }

    private static bool Is(ref Utf8JsonReader reader, JsonEncodedText field) => reader.ValueTextEquals(field.EncodedUtf8Bytes);

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString();
    }

    private static long Number(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetInt64();
    }

    private static EventHeader Nested(ref Utf8JsonReader reader)
    {
        reader.Read();
        return ReadObject(ref reader);
    }

    private static Nick Parse(string? nick) => Nick.Parse(nick ?? "").IfFault(_ => throw Bad("nickname", nick));

    private static RoomName ParseRoom(string? name) => RoomName.Parse(name ?? "").IfFault(_ => throw Bad("room's name", name));

    private static AccountName ParseAccount(string account) => AccountName.Parse(account).IfFault(_ => throw Bad("account's name", account));

    private static UnreadableEventException Bad(string what, string? found) =>
        new(found is null ? $"the {what} is missing" : $"the {what} '{found}' is not valid");
}
