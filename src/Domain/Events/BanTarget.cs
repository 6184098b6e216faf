using System.Globalization;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Events;

/// <summary>Whom a ban from the server means.</summary>
public abstract record BanTarget
{
    private BanTarget() { }

    public sealed record OfAccount(AccountRef Account) : BanTarget;

    public sealed record OfMask(Mask Mask) : BanTarget;

    /// <summary>The one place where an address is kept: an operator named it.</summary>
    public sealed record OfRange(AddressRange Range) : BanTarget;

    /// <summary>Two targets with the same key are the same one.</summary>
    public string Key => this switch
    {
        OfAccount one => string.Create(CultureInfo.InvariantCulture, $"a:{one.Account.Id.Number}"),
        OfMask one => KeyOf(one.Mask.Key),
        OfRange one => KeyOf(one.Range),
    };

    /// <summary>Whether it means somebody by what they are called and known by. Where they come from only the server knows that holds their connection.</summary>
    public bool Means(Actor who)
    {
        ArgumentNullException.ThrowIfNull(who);
        return this switch
        {
            OfAccount one => who.Account.Exists(own => own.Id == one.Account.Id),
            OfMask one => one.Mask.Covers(Mask.Subject(who.Nick, who.User, who.Host)),
            OfRange => false,
        };
    }

    public static string KeyOf(string mask) => $"m:{mask}";

    public static string KeyOf(AddressRange range) => string.Create(CultureInfo.InvariantCulture, $"r:{range.First.Bits:x32}/{range.Bits}");
}
