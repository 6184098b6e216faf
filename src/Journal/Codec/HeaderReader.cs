using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Codec;

/// <summary>
/// The fields of a stored header, read once and asked by name. A field that is missing has its default, and one that this
/// version doesn't know is passed over: the kind's version says whether it would have changed anything.
/// </summary>
internal ref struct HeaderReader
{
    private Slots<string> _texts;
    private Slots<long> _numbers;
    private long[] _ranges;
    private long[] _limits;

    public static HeaderReader Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                throw Missing("header");
            var header = new HeaderReader { _ranges = [], _limits = [] };
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                header.ReadField(ref reader);
            return header;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException)
        {
            throw Damaged(broken);
        }
    }

    /// <summary>Only who it was; the rest is passed over.</summary>
    public static string NickOf(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isNick = reader.ValueTextEquals(HeaderFieldNames.Of(HeaderField.Nick).EncodedUtf8Bytes);
                reader.Read();
                if (isNick)
                    return reader.GetString() ?? throw Missing("nickname");
                reader.Skip();
            }
            throw Missing("nickname");
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw Damaged(broken);
        }
    }

    public readonly long Number(HeaderField field) => _numbers[(int)field];

    public readonly string Text(HeaderField field) => _texts[(int)field] ?? "";

    public readonly Actor Actor() => ActorOf(ActorFields.Who);

    /// <summary>None for the shell.</summary>
    public readonly Option<Actor> By() => _texts[(int)HeaderField.Nick] is null ? Option<Actor>.None : Actor();

    public readonly Powers Powers() => Words(HeaderField.Powers, StoredNames.Powers).Aggregate(Domain.Events.Powers.None, (all, one) => all | one);

    public readonly BanTarget Target()
    {
        if (_texts[(int)HeaderField.ToAccount] is not null)
            return new BanTarget.OfAccount(ToAccount());
        return _texts[(int)HeaderField.Network] is { } network
            ? new BanTarget.OfRange(RangeText.Parse(network) ?? throw Bad("network", network))
            : new BanTarget.OfMask(Mask());
    }

    public readonly Actor To() => ActorOf(ActorFields.To);

    public readonly Option<Actor> AnyTo() => _texts[(int)HeaderField.To] is null ? Option<Actor>.None : To();

    public readonly ValueList<RoomId> Rooms(HeaderField field) => [.. (_texts[(int)field] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new RoomId(number) : throw Bad("room's number", text))];

    public readonly AccountName Name() => ParseAccount(_texts[(int)HeaderField.Name]);

    /// <summary>What an operator did to an account, or its owner, or the shell.</summary>
    public readonly (AccountRef Account, Option<Actor> By) Tended() =>
        Number(HeaderField.ToAccountId) == 0 ? (Account(), Option<Actor>.None) : (ToAccount(), By());

    public readonly AccountRef Account() => AccountOf(ActorFields.Who);

    /// <summary>The account that somebody came to, or that something was given to.</summary>
    public readonly AccountRef ToAccount() => AccountOf(ActorFields.To);

    /// <summary>No account has the number 0.</summary>
    public readonly Option<AccountRef> AnyToAccount() => Number(HeaderField.ToAccountId) == 0 ? Option<AccountRef>.None : ToAccount();

    public readonly RegistrationPolicy Registration() => NeededWord(HeaderField.Registration, StoredNames.RegistrationPolicies);

    public readonly ServerId Server() => new((int)Number(HeaderField.Server));

    public readonly ConnectionId Connection() => new(Server(), Number(HeaderField.Connection));

    /// <summary>No connection has the number 0.</summary>
    public readonly Option<ConnectionId> AnyConnection() => Number(HeaderField.Connection) == 0 ? Option<ConnectionId>.None : Connection();

    public readonly RoomId RoomId() => new(Number(HeaderField.RoomId));

    public readonly RoomName Room() => RoomNamed(HeaderField.Room);

    /// <summary>Of a room if the header names one, else of who acts.</summary>
    public readonly MetadataOwner Owner() => _texts[(int)HeaderField.Room] is null ? new MetadataOwner.Self() : new MetadataOwner.OfRoom(RoomId(), Room());

    public readonly MetadataKey MetadataKey() => MetadataKey(_texts[(int)HeaderField.Key]);

    public readonly Domain.Data.ValueList<MetadataKey> MetadataKeys() => [.. Text(HeaderField.Keys).Split(' ').Select(MetadataKey)];

    private static MetadataKey MetadataKey(string? text) => Domain.Names.MetadataKey.Parse(text ?? "").TryGet(out var key) ? key : throw Bad("key", text);

    public readonly RoomName NewRoom() => RoomNamed(HeaderField.NewRoom);

    private readonly RoomName RoomNamed(HeaderField field)
    {
        var text = _texts[(int)field];
        return RoomName.Parse(text ?? "").Match(name => name, _ => throw Bad("room's name", text));
    }

    public readonly Option<Nick> For() => _texts[(int)HeaderField.For] is { } nick ? ParseNick(nick) : Option<Nick>.None;

    public readonly Nick NewNick() => ParseNick(_texts[(int)HeaderField.NewNick]);

    public readonly CloseReason Why() => Word(HeaderField.Why, StoredNames.CloseReasons, CloseReason.ConnectionLost);

    public readonly SayKind Kind() => Word(HeaderField.Kind, StoredNames.SayKinds, SayKind.Message);

    public readonly Rights Rights() => Words(HeaderField.Rights, StoredNames.Rights).Aggregate(Domain.Events.Rights.None, (all, one) => all | one);

    public readonly RoomMode Mode() => NeededWord(HeaderField.Mode, StoredNames.RoomModes);

    public readonly ValueList<ModeChange> Modes() =>
        [.. (_texts[(int)HeaderField.Modes] ?? throw Missing("list of modes")).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Change)];

    public readonly PersonModes OwnMode() => NeededWord(HeaderField.Mode, StoredNames.PersonModes);

    public readonly MaskList List() => NeededWord(HeaderField.List, StoredNames.MaskLists);

    public readonly Mask Mask()
    {
        var text = _texts[(int)HeaderField.Mask];
        return Domain.Names.Mask.Parse(text ?? "").Match(mask => mask, _ => throw Bad("mask", text));
    }

    public readonly Option<Timestamp> Until() => Number(HeaderField.Until) is > 0 and var until ? new Timestamp(until) : Option<Timestamp>.None;

    public readonly Rights Right() => NeededWord(HeaderField.Right, StoredNames.Rights);

    public readonly Option<Timestamp> StaysUntil() =>
        Number(HeaderField.StaysUntil) is > 0 and var until ? new Timestamp(until) : Option<Timestamp>.None;

    /// <summary>To somebody if the header names whom, else in a room.</summary>
    public readonly Conversation Place(Actor from) => _texts[(int)HeaderField.To] is null
        ? new Conversation.InRoom(RoomId(), Room(), Word(HeaderField.Audience, StoredNames.Audiences, Audience.Everyone))
        : Conversation.Private(from, To());

    public readonly Option<IdempotencyKey> Id()
    {
        var text = _texts[(int)HeaderField.Id];
        if (text is null)
            return Option<IdempotencyKey>.None;
        return UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits)
            ? new IdempotencyKey(bits)
            : throw Bad("sender's id", text);
    }

    public readonly Option<About> About() => Number(HeaderField.About) is > 0 and var what
        ? new About(new Sequence(what), Word(HeaderField.AboutKind, StoredNames.AboutKinds, AboutKind.Reply))
        : Option<About>.None;

    public readonly Forgetting Forgetting()
    {
        if (_ranges.Length == 0 || _ranges.Length % 2 != 0)
            throw Missing("range of what is forgotten");
        var ranges = _ranges.Chunk(2).Select(pair => new SequenceRange(new Sequence(pair[0]), new Sequence(pair[1])));
        return new Forgetting([.. ranges], RoomId().Number > 0 ? RoomId() : Option<RoomId>.None);
    }

    public readonly RuleLimits Limits() => _limits switch
    {
        [var rooms, var topic, var away, var seen, var past, var stay] => new RuleLimits((int)rooms, (int)topic, (int)away, (int)seen, (int)past, (int)stay),
        [var rooms, var topic, var away, var seen, var past, var stay, var persist] =>
            new RuleLimits((int)rooms, (int)topic, (int)away, (int)seen, (int)past, (int)stay, (int)persist),
        [var rooms, var topic, var away, var seen, var past, var stay, var persist, var redact] =>
            new RuleLimits((int)rooms, (int)topic, (int)away, (int)seen, (int)past, (int)stay, (int)persist, (int)redact),
        [var rooms, var topic, var away, var seen, var past, var stay, var persist, var redact, var unasked] =>
            new RuleLimits((int)rooms, (int)topic, (int)away, (int)seen, (int)past, (int)stay, (int)persist, (int)redact, (int)unasked),
        _ => throw Missing("list of limits"),
    };

    private readonly T Word<T>(HeaderField field, StoredNames<T> names, T otherwise) where T : struct, Enum =>
        _texts[(int)field] is not { } name ? otherwise : names.Find(name) ?? throw Bad(HeaderFieldNames.Of(field).ToString(), name);

    private readonly IEnumerable<T> Words<T>(HeaderField field, StoredNames<T> names) where T : struct, Enum =>
        (_texts[(int)field] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => names.Find(name) ?? throw Bad("right", name));

    private readonly T NeededWord<T>(HeaderField field, StoredNames<T> names) where T : struct, Enum =>
        _texts[(int)field] is null ? throw Missing(HeaderFieldNames.Of(field).ToString()) : Word(field, names, default);

    private void ReadField(ref Utf8JsonReader reader)
    {
        var field = HeaderFieldNames.Find(reader.ValueSpan);
        reader.Read();
        if (field < 0)
            reader.Skip();
        else if (reader.TokenType == JsonTokenType.String)
            _texts[field] = reader.GetString();
        else if (reader.TokenType == JsonTokenType.Number)
            _numbers[field] = reader.GetInt64();
        else if ((HeaderField)field == HeaderField.Ranges)
            _ranges = Numbers(ref reader);
        else if ((HeaderField)field == HeaderField.Limits)
            _limits = Numbers(ref reader);
        else
            throw Bad("field", HeaderFieldNames.Of((HeaderField)field).ToString());
    }

    private static long[] Numbers(ref Utf8JsonReader reader)
    {
        var numbers = new List<long>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            numbers.Add(reader.GetInt64());
        return [.. numbers];
    }

    private static ModeChange Change(string text) =>
        text.Split('=') is [var name, var value] && StoredNames.RoomModes.Find(name) is { } mode && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new ModeChange(mode, number)
            : throw Bad("mode", text);

    private readonly Actor ActorOf(ActorFields fields) => new(
        new PersonId(Number(fields.Person)), ParseNick(_texts[(int)fields.Nick]), _texts[(int)fields.User] ?? "", _texts[(int)fields.Host] ?? "",
        _texts[(int)fields.Account] is null ? Option<AccountRef>.None : AccountOf(fields), Number(fields.Bot) != 0);

    private readonly AccountRef AccountOf(ActorFields fields) => new(new AccountId(Number(fields.AccountId)), ParseAccount(_texts[(int)fields.Account]));

    private static Nick ParseNick(string? nick) => Domain.Names.Nick.Parse(nick ?? "").Match(name => name, _ => throw Bad("nickname", nick));

    private static AccountName ParseAccount(string? account) => AccountName.Parse(account ?? "").Match(name => name, _ => throw Bad("account's name", account));

    private static UnreadableEventException Damaged(Exception broken) => new($"the header is damaged: {broken.Message}", broken);

    private static UnreadableEventException Missing(string what) => new($"the {what} is missing");

    private static UnreadableEventException Bad(string what, string? found) =>
        found is null ? Missing(what) : new UnreadableEventException($"the {what} '{found}' is not valid");

    /// <summary>One place for each field, on the stack.</summary>
    [InlineArray(HeaderFieldNames.Count)]
    private struct Slots<T>
    {
        private T? _first;
    }
}
