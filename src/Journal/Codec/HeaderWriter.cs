using System.Globalization;
using System.Text.Json;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Codec;

/// <summary>Writes the parts of a header into an open JSON object: the journal's column, or a line of an export.</summary>
internal readonly struct HeaderWriter(Utf8JsonWriter json)
{
    public HeaderWriter Text(HeaderField field, string text)
    {
        json.WriteString(HeaderFieldNames.Of(field), text);
        return this;
    }

    public HeaderWriter Number(HeaderField field, long number)
    {
        json.WriteNumber(HeaderFieldNames.Of(field), number);
        return this;
    }

    public HeaderWriter Actor(Actor who) => Actor(who, ActorFields.Who);

    /// <summary>Who of those who are there; nobody for the shell.</summary>
    public HeaderWriter By(Option<Actor> by) => by.TryGet(out var who) ? Actor(who) : this;

    public HeaderWriter Powers(Powers powers) => Text(HeaderField.Powers, StoredNames.Of(powers));

    /// <summary>An account, a mask or a range: whichever field is there says which it is.</summary>
    public HeaderWriter Target(BanTarget of) => of switch
    {
        BanTarget.OfAccount one => ToAccount(one.Account),
        BanTarget.OfMask one => Text(HeaderField.Mask, one.Mask.Text),
        BanTarget.OfRange one => Text(HeaderField.Network, RangeText.Format(one.Range)),
    };

    public HeaderWriter To(Actor to) => Actor(to, ActorFields.To);

    public HeaderWriter Account(AccountRef account) => Account(account, ActorFields.Who);

    public HeaderWriter ToAccount(AccountRef account) => Account(account, ActorFields.To);

    public HeaderWriter ToAccount(Option<AccountRef> account) => account.TryGet(out var given) ? ToAccount(given) : this;

    public HeaderWriter Rooms(HeaderField field, ValueList<RoomId> rooms) =>
        rooms.IsEmpty ? this : Text(field, string.Join(' ', rooms.Select(room => room.Number.ToString(CultureInfo.InvariantCulture))));

    public HeaderWriter Name(AccountName name) => Text(HeaderField.Name, name.Text);

    /// <summary>Of an account, and by whom; where nobody is named it stands as that of who acts.</summary>
    public HeaderWriter Tended(AccountRef account, Option<Actor> by) => by.IsSome ? By(by).ToAccount(account) : Account(account);

    public HeaderWriter To(Option<Actor> to) => to.TryGet(out var who) ? To(who) : this;

    public HeaderWriter Connection(ConnectionId connection) =>
        Number(HeaderField.Server, connection.Server.Number).Number(HeaderField.Connection, connection.Number);

    public HeaderWriter Room(RoomId room, RoomName name) => Text(HeaderField.Room, name.Text).Number(HeaderField.RoomId, room.Number);

    public HeaderWriter Owner(MetadataOwner of) => of is MetadataOwner.OfRoom room ? Room(room.Room, room.Name) : this;

    public HeaderWriter Mask(MaskList list, Mask mask) => Word(HeaderField.List, list, StoredNames.MaskLists).Text(HeaderField.Mask, mask.Text);

    /// <summary>In a room, or to whom. The parties of a pair follow from who speaks to whom.</summary>
    public HeaderWriter Place(Conversation conversation) => conversation switch
    {
        Conversation.InRoom place => place.Audience == Audience.Everyone
            ? Room(place.Room, place.Name)
            : Room(place.Room, place.Name).Word(HeaderField.Audience, place.Audience, StoredNames.Audiences),
        Conversation.Between pair => To(pair.To),
    };

    /// <summary>As in "inviteOnly=1 limit=30".</summary>
    public HeaderWriter Modes(ValueList<ModeChange> changes) =>
        Text(HeaderField.Modes, string.Join(' ', changes.Select(change => $"{StoredNames.RoomModes.Of(change.Mode)}={change.Value.ToString(CultureInfo.InvariantCulture)}")));

    /// <summary>Zero is what a reader takes for a number that is not there.</summary>
    public HeaderWriter For(Option<Nick> nick) => nick.TryGet(out var named) ? Text(HeaderField.For, named.Text) : this;

    public HeaderWriter Optional(HeaderField field, string text) => text.Length == 0 ? this : Text(field, text);

    public HeaderWriter Optional(HeaderField field, long number) => number == 0 ? this : Number(field, number);

    public HeaderWriter Id(Option<IdempotencyKey> id)
    {
        if (!id.TryGet(out var given))
            return this;
        Span<char> digits = stackalloc char[32];
        given.Bits.TryFormat(digits, out _, "x32", CultureInfo.InvariantCulture);
        json.WriteString(HeaderFieldNames.Of(HeaderField.Id), digits);
        return this;
    }

    public HeaderWriter About(Option<About> about) => about.TryGet(out var what)
        ? Number(HeaderField.About, what.What.Number).Word(HeaderField.AboutKind, what.Kind, StoredNames.AboutKinds)
        : this;

    public HeaderWriter Word<T>(HeaderField field, T value, StoredNames<T> names) where T : struct, Enum => Text(field, names.Of(value));

    /// <summary>Somebody may hold several.</summary>
    public HeaderWriter Rights(Rights rights) => rights == Domain.Events.Rights.None
        ? this
        : Text(HeaderField.Rights, StoredNames.Of(rights));

    public HeaderWriter Numbers(HeaderField field, params ReadOnlySpan<long> numbers)
    {
        json.WriteStartArray(HeaderFieldNames.Of(field));
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
        return this;
    }

    private HeaderWriter Actor(Actor who, ActorFields fields)
    {
        Number(fields.Person, who.Id.Number).Text(fields.Nick, who.Nick.Text).Text(fields.User, who.User).Text(fields.Host, who.Host);
        if (who.Account.TryGet(out var account))
            Account(account, fields);
        return who.IsBot ? Number(fields.Bot, 1) : this;
    }

    private HeaderWriter Account(AccountRef account, ActorFields fields) =>
        Text(fields.Account, account.Name.Text).Number(fields.AccountId, account.Id.Number);
}
