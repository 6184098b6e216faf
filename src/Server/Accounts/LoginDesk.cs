using System.IO.Pipelines;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Server.Settings;

namespace ChatRoom.Server.Accounts;

/// <summary>
/// Where passwords are hashed: beside everything else, few at a time, and those who erred behind those who did not. Hashing costs milliseconds of
/// a core on purpose, so a client that may ask for it as often as it likes could stop the server; here it can't.
/// </summary>
/// <param name="known">The accounts and their verifiers as they are now.</param>
/// <param name="live">Its settings: what a new verifier costs.</param>
/// <param name="clock">By which attempts wait.</param>
/// <param name="hashers">Where it is hashed.</param>
/// <param name="workers">Where who asked goes on.</param>
/// <param name="random">128 bits that nobody can guess.</param>
public sealed class LoginDesk(
    Func<(World World, Facts Facts)> known, PublishedSettings live, TimeProvider clock, PipeScheduler hashers, PipeScheduler workers, Func<UInt128> random)
{
    public const string Wrong = "The account or its password is wrong";

    public const string Busy = "Too many try to log in just now, and this attempt was not looked at: try again in a minute";

    public const string Strange = "Your certificate does not prove that account: log in with its password, and add the certificate with CERT ADD";

    /// <summary>Attempts that wait for their hash: a second's work and less.</summary>
    private const int MostQueued = 128;

    /// <summary>From every session's thread; what is done under it is a look into small tables.</summary>
    private readonly Lock _gate = new();
    private readonly LoginThrottle _throttle = new(clock);
    private readonly Queue<Action> _first = new();
    private readonly Queue<Action> _then = new();
    private readonly UInt128 _secret = random();
    private int _running;
    private long _proved;
    private long _wrong;
    private long _refused;

    public long ProvedCount => Interlocked.Read(ref _proved);

    public long WrongCount => Interlocked.Read(ref _wrong);

    public long RefusedCount => Interlocked.Read(ref _refused);

    /// <summary>Is this the password of that account? Takes as long where there is no such account.</summary>
    public async Task<LoginResult> Check(NetworkAddress? from, string name, string password)
    {
        if (!await Wait(from).ConfigureAwait(false))
            return new LoginResult.Busy();
        var (account, verifier) = Find(name);
        if (await Hash(from, () => PasswordProof.Proves(password, verifier)).ConfigureAwait(false) is not { } fits)
            return new LoginResult.Busy();
        if (fits && account is not null)
        {
            Interlocked.Increment(ref _proved);
            return new LoginResult.Proved(new Credential(account, new Proof.Password(verifier)));
        }
        Missed(from);
        return new LoginResult.Wrong();
    }

    /// <summary>
    /// Whose account a certificate proves. Nobody can try certificates, because the handshake of TLS has shown that the client holds the key, so
    /// nobody waits and nothing is hashed.
    /// </summary>
    /// <param name="name">The account that the client names; empty for the certificate's, whichever it is.</param>
    public Sasl.Input Look(CertificatePrint? print, string name)
    {
        var (world, facts) = known();
        if (print is not { } shown || !facts.CertificateOwners.Find(shown).TryGet(out var id) || !world.Accounts.Find(id).TryGet(out var account)
            || (name.Length > 0 && !(AccountName.Parse(name).TryGet(out var wanted, out _) && wanted.Key == account.Name.Key)))
            return new Sasl.Input.Failed(Strange);
        Interlocked.Increment(ref _proved);
        return new Sasl.Input.Passed(new Credential(account.Ref, new Proof.Certificate(shown)));
    }

    /// <summary>By what a proof of that account is checked (SCRAM, where the client hashes); null if too many try.</summary>
    public async Task<Sasl.Input> Look(NetworkAddress? from, string name)
    {
        if (!await Wait(from).ConfigureAwait(false))
            return new Sasl.Input.Failed(Busy);
        var (account, verifier) = Find(name);
        return new Sasl.Input.Found(account, verifier, Convert.ToBase64String(PasswordProof.Bytes(random())));
    }

    /// <summary>The verifier of a new password; null if too many want one.</summary>
    public async Task<Verifier?> Make(NetworkAddress? from, string password)
    {
        Verifier? made = null;
        return await Hash(from, () => (made = PasswordProof.Make(password, random(), live.Current.PasswordIterations)) is not null).ConfigureAwait(false) is null ? null : made;
    }

    /// <summary>A proof from there was wrong.</summary>
    public void Missed(NetworkAddress? from)
    {
        Interlocked.Increment(ref _wrong);
        lock (_gate)
            _throttle.Missed(from);
    }

    /// <summary>Whether an account is still proved by what proved it.</summary>
    public bool IsGood(Credential proved)
    {
        ArgumentNullException.ThrowIfNull(proved);
        return known().Facts.Proves(proved);
    }

    private async Task<bool> Wait(NetworkAddress? from)
    {
        TimeSpan? delay;
        lock (_gate)
            delay = _throttle.Take(from);
        if (delay is not { } time)
        {
            Interlocked.Increment(ref _refused);
            return false;
        }
        if (time <= TimeSpan.Zero)
            return true;
        await Task.Delay(time, clock).ConfigureAwait(false);
        lock (_gate)
            _throttle.Waited(from);
        return true;
    }

    /// <summary>Null if too much waits already.</summary>
    private Task<bool?> Hash(NetworkAddress? from, Func<bool> hash)
    {
        var done = new TaskCompletionSource<bool?>();
        void Work()
        {
            try
            {
                var fits = hash();
                workers.Schedule(_ => done.SetResult(fits), null);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                workers.Schedule(_ => done.SetException(fault), null);
            }
        }
        lock (_gate)
        {
            var queue = _throttle.HasErred(from) ? _then : _first;
            if (queue.Count >= MostQueued)
            {
                Interlocked.Increment(ref _refused);
                return Task.FromResult<bool?>(null);
            }
            queue.Enqueue(Work);
            if (_running >= QuietThreads.Count)
                return done.Task;
            _running++;
        }
        hashers.Schedule(static desk => ((LoginDesk)desk!).Next(), this);
        return done.Task;
    }

    /// <summary>One piece of work, and if there is more, that as another piece: nobody else's turn is taken.</summary>
    private void Next()
    {
        Action? work;
        lock (_gate)
        {
            if (!_first.TryDequeue(out work) && !_then.TryDequeue(out work))
            {
                _running--;
                return;
            }
        }
        work();
        hashers.Schedule(static desk => ((LoginDesk)desk!).Next(), this);
    }

    /// <summary>Who has no account gets a verifier that is always the same for that name, and that nothing fits.</summary>
    private (AccountRef? Account, Verifier Verifier) Find(string name)
    {
        var (world, facts) = known();
        var account = AccountName.Parse(name).ToOption().Bind(world.Account);
        if (account.TryGet(out var found) && facts.Verifiers.Find(found.Id).TryGet(out var verifier))
            return (found.Ref, verifier);
        var made = System.Security.Cryptography.HMACSHA256.HashData(PasswordProof.Bytes(_secret), System.Text.Encoding.UTF8.GetBytes(Folding.Fold(name)));
        var key = PasswordProof.Key(made);
        return (null, new Verifier(key.High, live.Current.PasswordIterations, [new VerifierForm(key, key)]));
    }
}
