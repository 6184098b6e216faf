using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Worlds;

/// <summary>The facts that Decide may read, as one immutable value beside the world.</summary>
public sealed record Facts(HashMap<Exactly<PersonId>, PersonId, TokenHash> ResumeTokens)
{
    public Option<CloakKey> CloakKey { get; init; }

    /// <summary>The newest that a server on this journal has kept.</summary>
    public Option<WorldDigest> Digest { get; init; }

    public HashMap<Exactly<AccountId>, AccountId, Verifier> Verifiers { get; init; } = HashMap<Exactly<AccountId>, AccountId, Verifier>.Empty;

    public HashMap<Exactly<AccountId>, AccountId, ValueList<KnownCertificate>> Certificates { get; init; } =
        HashMap<Exactly<AccountId>, AccountId, ValueList<KnownCertificate>>.Empty;

    /// <summary>Whose a certificate is: nobody proves two accounts by one.</summary>
    public HashMap<Exactly<CertificatePrint>, CertificatePrint, AccountId> CertificateOwners { get; init; } =
        HashMap<Exactly<CertificatePrint>, CertificatePrint, AccountId>.Empty;

    /// <summary>Accounts that said whether their person stays while nobody is connected.</summary>
    public HashMap<Exactly<AccountId>, AccountId, bool> Persistence { get; init; } = HashMap<Exactly<AccountId>, AccountId, bool>.Empty;

    /// <summary>When the last connection of each account ended.</summary>
    public HashMap<Exactly<AccountId>, AccountId, Timestamp> LastHere { get; init; } = HashMap<Exactly<AccountId>, AccountId, Timestamp>.Empty;

    /// <summary>Accounts that said how much they want to be told of when they come into a room.</summary>
    public HashMap<Exactly<AccountId>, AccountId, int> Playback { get; init; } = HashMap<Exactly<AccountId>, AccountId, int>.Empty;

    /// <summary>How far each rule of retention has come.</summary>
    public HashMap<Exactly<string>, string, Sequence> Retained { get; init; } = HashMap<Exactly<string>, string, Sequence>.Empty;

    /// <summary>Who has read what up to when.</summary>
    public HashMap<Exactly<Party>, Party, HashMap<Exactly<ReadPlace>, ReadPlace, Timestamp>> ReadMarkers { get; init; } =
        HashMap<Exactly<Party>, Party, HashMap<Exactly<ReadPlace>, ReadPlace, Timestamp>>.Empty;

    /// <summary>Codes for forgotten passwords: few, because people give them out by hand.</summary>
    public HashMap<Exactly<AccountId>, AccountId, RecoveryCode> Recoveries { get; init; } = HashMap<Exactly<AccountId>, AccountId, RecoveryCode>.Empty;

    /// <summary>Where the owners of accounts are reached.</summary>
    public HashMap<Exactly<AccountId>, AccountId, string> Mails { get; init; } = HashMap<Exactly<AccountId>, AccountId, string>.Empty;

    /// <summary>Who waits for an account, by its name's key.</summary>
    public HashMap<Exactly<string>, string, Registrant> Waiting { get; init; } = HashMap<Exactly<string>, string, Registrant>.Empty;

    /// <summary>Codes that invite, and until when.</summary>
    public HashMap<Exactly<TokenHash>, TokenHash, Timestamp> Invitations { get; init; } = HashMap<Exactly<TokenHash>, TokenHash, Timestamp>.Empty;

    /// <summary>With which code somebody becomes the first operator.</summary>
    public Option<TokenHash> ClaimCode { get; init; }

    public static readonly Facts None = new(HashMap<Exactly<PersonId>, PersonId, TokenHash>.Empty);

    public Facts With(Fact fact) => fact switch
    {
        Fact.ResumeToken token => this with
        {
            ResumeTokens = token.Hash.TryGet(out var hash) ? ResumeTokens.AddOrUpdate(token.Person, hash) : ResumeTokens.Remove(token.Person),
        },
        Fact.PasswordVerifier known => this with
        {
            Verifiers = known.Verifier.TryGet(out var verifier) ? Verifiers.AddOrUpdate(known.Account, verifier) : Verifiers.Remove(known.Account),
        },
        Fact.Certificates known => WithCertificates(known),
        Fact.ReadMarker marker => WithMarker(marker),
        Fact.Persistence said => this with
        {
            Persistence = said.IsOn.TryGet(out var isOn) ? Persistence.AddOrUpdate(said.Account, isOn) : Persistence.Remove(said.Account),
        },
        Fact.Retained retained => this with
        {
            Retained = retained.Until.TryGet(out var reached) ? Retained.AddOrUpdate(retained.Rule, reached) : Retained.Remove(retained.Rule),
        },
        Fact.LastHere last => this with
        {
            LastHere = last.At.TryGet(out var at) ? LastHere.AddOrUpdate(last.Account, at) : LastHere.Remove(last.Account),
        },
        Fact.Playback said => this with
        {
            Playback = said.Most.TryGet(out var most) ? Playback.AddOrUpdate(said.Account, most) : Playback.Remove(said.Account),
        },
        Fact.Recovery recovery => this with
        {
            Recoveries = recovery.Code.TryGet(out var given) ? Recoveries.AddOrUpdate(recovery.Account, given) : Recoveries.Remove(recovery.Account),
        },
        Fact.Mail mail => this with
        {
            Mails = mail.Address.TryGet(out var address) ? Mails.AddOrUpdate(mail.Account, address) : Mails.Remove(mail.Account),
        },
        Fact.Waiting waiting => this with
        {
            Waiting = waiting.Who.TryGet(out var asks) ? Waiting.AddOrUpdate(waiting.Name.Key, asks) : Waiting.Remove(waiting.Name.Key),
        },
        Fact.Invitation invitation => this with
        {
            Invitations = invitation.Until.TryGet(out var until) ? Invitations.AddOrUpdate(invitation.Code, until) : Invitations.Remove(invitation.Code),
        },
        Fact.ClaimCode claim => this with { ClaimCode = claim.Hash },
        Fact.CloakKey cloaks => this with { CloakKey = cloaks.Key },
        Fact.Digest digest => this with { Digest = digest.Of },
    };

    /// <summary>Of which account a code may set the password.</summary>
    public Option<AccountId> Recovers(TokenHash code, Timestamp at)
    {
        foreach (var (account, known) in Recoveries)
        {
            if (known.Hash == code && at.CompareTo(known.Until) < 0)
                return account;
        }
        return Option<AccountId>.None;
    }

    /// <summary>Nobody stays who did not ask for it, unless that is usual here.</summary>
    public bool Persists(Actor who, RuleLimits limits) =>
        limits.PersistDays > 0 && who.Account.TryGet(out var account) && Persistence.Find(account.Id).IfNone(limits.PersistsUnasked > 0);

    /// <summary>Whether an account is still proved by what proved it.</summary>
    public bool Proves(Credential proved) => proved.By switch
    {
        Proof.Password password => Verifiers.Find(proved.Account.Id).TryGet(out var now) && now == password.Known,
        Proof.Certificate certificate => CertificateOwners.Find(certificate.Print) == proved.Account.Id,
    };

    public ValueList<KnownCertificate> CertificatesOf(AccountId account) => Certificates.Find(account).IfNone([]);

    public bool CanComeBack(PersonId person) => ResumeTokens.ContainsKey(person);

    public bool IsInvitation(TokenHash code, Timestamp at) => Invitations.Find(code).TryGet(out var until) && at.CompareTo(until) < 0;

    /// <summary>What becomes of the facts of somebody who departs: a guest has no use for their token and markers any more.</summary>
    public ValueList<Fact> Forsaken(PersonId person) =>
        [.. CanComeBack(person) ? [new Fact.ResumeToken(person, Option<TokenHash>.None)] : (ValueList<Fact>)[], .. WithoutMarkers(new Party.Guest(person))];

    /// <summary>What is known of an account whose last connection ends now.</summary>
    public static ValueList<Fact> Left(Actor who, Timestamp at)
    {
        ArgumentNullException.ThrowIfNull(who);
        return who.Account.TryGet(out var account) ? [new Fact.LastHere(account.Id, at)] : [];
    }

    public HashMap<Exactly<ReadPlace>, ReadPlace, Timestamp> MarkersOf(Party of) => ReadMarkers.Find(of).IfNone(HashMap<Exactly<ReadPlace>, ReadPlace, Timestamp>.Empty);

    /// <summary>What becomes of the markers of who is no more.</summary>
    public IEnumerable<Fact> WithoutMarkers(Party of) => MarkersOf(of).Keys.Select(place => new Fact.ReadMarker(of, place, Option<Timestamp>.None));

    private Facts WithMarker(Fact.ReadMarker marker)
    {
        var markers = MarkersOf(marker.Of);
        markers = marker.Until.TryGet(out var until) ? markers.AddOrUpdate(marker.Place, until) : markers.Remove(marker.Place);
        return this with { ReadMarkers = markers.IsEmpty ? ReadMarkers.Remove(marker.Of) : ReadMarkers.AddOrUpdate(marker.Of, markers) };
    }

    private Facts WithCertificates(Fact.Certificates known) => this with
    {
        Certificates = known.Known.IsEmpty ? Certificates.Remove(known.Account) : Certificates.AddOrUpdate(known.Account, known.Known),
        CertificateOwners = CertificateOwners.RemoveRange(CertificatesOf(known.Account).Select(one => one.Print))
            .AddOrUpdateRange(known.Known.Select(one => (one.Print, known.Account))),
    };
}
