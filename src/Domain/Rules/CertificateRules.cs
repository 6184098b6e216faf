using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>Certificates prove an account as its password does, each from its own device, so that one can be taken away and the others stay.</summary>
internal static class CertificateRules
{
    public static Decision ChangeOwn(World world, Facts facts, Person person, Command.ChangeCertificate wish, Timestamp at)
    {
        return person.Who.Account.TryGet(out var own) ? Change(world, facts, wish with { Name = own.Name }, at) : Decision.No(new Refusal.NotLoggedIn());
    }

    public static Decision Change(World world, Facts facts, Command.ChangeCertificate wish, Timestamp at)
    {
        if (!wish.Name.TryGet(out var name))
            return Decision.No(new Refusal.NotLoggedIn());
        if (!world.Account(name).TryGet(out var account))
            return Decision.No(new Refusal.NoSuchAccount(name));
        var (known, owner) = (facts.CertificatesOf(account.Id), facts.CertificateOwners.Find(wish.Print));
        if (!wish.IsAdded)
        {
            return owner == account.Id
                ? Yes(account, wish, [.. known.Where(one => one.Print != wish.Print)])
                : Decision.No(new Refusal.NoSuchCertificate(wish.Print));
        }
        if (owner.TryGet(out var whose))
            return whose == account.Id ? Decision.Nothing : Decision.No(new Refusal.CertificateTaken(wish.Print));
        return known.Count < RuleLimits.CertificatesOfAccount
            ? Yes(account, wish, [.. known, new KnownCertificate(wish.Print, at)])
            : Decision.No(new Refusal.TooManyCertificates(RuleLimits.CertificatesOfAccount));
    }

    private static Decision.Accepted Yes(Account account, Command.ChangeCertificate wish, ValueList<KnownCertificate> known) =>
        new([new Event.CertificateChanged(account.Ref, wish.IsAdded)]) { Facts = [new Fact.Certificates(account.Id, known)] };
}
