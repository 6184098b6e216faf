using System.IO.Pipelines;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Server.Accounts;
using ChatRoom.Server.Settings;
using ChatRoom.Testing;
using LanguageExt;

namespace ChatRoom.Server.Tests.Accounts;

/// <summary>Who may try how often, by a clock that is held.</summary>
public sealed class LoginDeskTests
{
    private static readonly NetworkAddress Stranger = new((UInt128)0xffff_0a00_0001);
    private static readonly NetworkAddress Other = new((UInt128)0xffff_0a00_0002);

    private static readonly Account Mai = new(new AccountId(1), AccountName.Parse("Mai").IfFault(_ => throw new InvalidOperationException()), default);

    private readonly HeldClock _clock = new();
    private readonly Heap _heap = new();
    private readonly LoginDesk _desk;
    private ulong _random;

    public LoginDeskTests()
    {
        var world = World.Empty with { Accounts = World.Empty.Accounts.Add(Mai.Id, Mai), AccountNames = World.Empty.AccountNames.Add("mai", Mai.Id) };
        var facts = Facts.None.With(new Fact.PasswordVerifier(Mai.Id, PasswordProof.Make("tea", 7, 2)));
        _desk = new LoginDesk(() => (world, facts), new PublishedSettings(new LiveSettings { PasswordIterations = 2 }), _clock, _heap, System.IO.Pipelines.PipeScheduler.Inline, () => ++_random);
    }

    [Fact]
    public async Task A_right_password_proves_the_account()
    {
        var result = _desk.Check(Stranger, "MAI", "tea");
        Assert.False(result.IsCompleted);
        _heap.DoAll();
        Assert.Equal(new LoginResult.Proved(new Credential(Mai.Ref, new Proof.Password(PasswordProof.Make("tea", 7, 2)))), await result);
        Assert.Equal((1, 0, 0), (_desk.ProvedCount, _desk.WrongCount, _desk.RefusedCount));
    }

    [Theory]
    [InlineData("Mai", "coffee")]
    [InlineData("Duy", "tea")]
    [InlineData("no name", "tea")]
    public async Task A_wrong_password_and_a_wrong_account_are_the_same(string name, string password)
    {
        var result = _desk.Check(Stranger, name, password);
        _heap.DoAll();
        Assert.Equal(new LoginResult.Wrong(), await result);
    }

    [Fact]
    public async Task Who_erred_often_tries_once_a_second_and_nobody_else_waits()
    {
        await Err(Stranger, 5);
        var first = _desk.Check(Stranger, "Mai", "tea");
        var second = _desk.Check(Stranger, "Mai", "tea");
        var other = _desk.Check(Other, "Mai", "tea");
        _heap.DoAll();
        await Task.WhenAll(first, other).WaitAsync(HeldClock.Deadline);
        Assert.False(second.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await _heap.WhenAsked();
        _heap.DoAll();
        Assert.IsType<LoginResult.Proved>(await second.WaitAsync(HeldClock.Deadline));
    }

    [Fact]
    public async Task Of_those_who_erred_often_few_may_wait()
    {
        await Err(Stranger, 5);
        var waiting = Enumerable.Range(0, 20).Select(_ => _desk.Check(Stranger, "Mai", "coffee")).ToList();
        _heap.DoAll();
        await waiting[0].WaitAsync(HeldClock.Deadline);

        Assert.Equal(11, waiting.Count(one => one.IsCompletedSuccessfully && one.Result is LoginResult.Busy));
        Assert.Equal(8, waiting.Count(one => !one.IsCompleted));
    }

    [Fact]
    public async Task All_is_forgiven_in_time()
    {
        await Err(Stranger, 5);
        _clock.Advance(TimeSpan.FromSeconds(100));
        var attempts = Enumerable.Range(0, 3).Select(_ => _desk.Check(Stranger, "Mai", "tea")).ToList();
        _heap.DoAll();
        Assert.All(await Task.WhenAll(attempts).WaitAsync(HeldClock.Deadline), result => Assert.IsType<LoginResult.Proved>(result));
    }

    [Fact]
    public async Task A_hash_is_made_for_those_first_who_did_not_err()
    {
        await Err(Stranger, 1);
        var many = Enumerable.Range(0, 5).Select(_ => _desk.Check(Stranger, "Mai", "tea")).ToList();
        var honest = _desk.Check(Other, "Mai", "tea");
        _heap.DoOne();

        Assert.IsType<LoginResult.Proved>(await honest.WaitAsync(HeldClock.Deadline));
        Assert.All(many, one => Assert.False(one.IsCompleted));
        _heap.DoAll();
        await Task.WhenAll(many).WaitAsync(HeldClock.Deadline);
    }

    [Fact]
    public async Task More_than_can_be_looked_at_is_refused_at_once()
    {
        var many = Enumerable.Range(0, 400).Select(i => _desk.Check(new NetworkAddress((UInt128)0xffff_0b00_0000 + (ulong)i), "Mai", "coffee")).ToList();
        Assert.Equal(many.Count - 128, many.Count(one => one.IsCompletedSuccessfully && one.Result is LoginResult.Busy));
        _heap.DoAll();
        await Task.WhenAll(many);
        Assert.Equal(_desk.RefusedCount, many.Count - 128);
    }

    [Fact]
    public async Task A_customer_of_IPv6_is_one_network()
    {
        var net = (UInt128)0x2001_0db8_0000_0001 << 64;
        for (var i = 0; i < 5; i++)
            await Err(new NetworkAddress(net | (uint)i), 1);
        var attempts = Enumerable.Range(0, 2).Select(i => _desk.Check(new NetworkAddress(net | (uint)(100 + i)), "Mai", "tea")).ToList();
        _heap.DoAll();
        Assert.False(attempts[1].IsCompleted);
    }

    [Fact]
    public async Task A_name_without_an_account_always_has_the_same_salt()
    {
        var one = Assert.IsType<Sasl.Input.Found>(await _desk.Look(Stranger, "nobody"));
        var two = Assert.IsType<Sasl.Input.Found>(await _desk.Look(Stranger, "NOBODY"));
        Assert.Null(one.Account);
        Assert.Equal(one.Verifier, two.Verifier);
        Assert.NotEqual(one.Nonce, two.Nonce);
        Assert.Equal(Mai.Ref, Assert.IsType<Sasl.Input.Found>(await _desk.Look(Stranger, "Mai")).Account);
    }

    private async Task Err(NetworkAddress from, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var wrong = _desk.Check(from, "Mai", "coffee");
            _heap.DoAll();
            Assert.IsType<LoginResult.Wrong>(await wrong);
        }
    }

    /// <summary>Work that is done when the test says so, on its thread.</summary>
    private sealed class Heap : PipeScheduler
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<(Action<object?> Work, object? State)> _work = new();
        private readonly SemaphoreSlim _asked = new(0);

        public override void Schedule(Action<object?> action, object? state)
        {
            _work.Enqueue((action, state));
            _asked.Release();
        }

        public async Task WhenAsked()
        {
            while (_work.IsEmpty)
                await _asked.WaitAsync(HeldClock.Deadline);
        }

        public void DoOne()
        {
            Assert.True(_work.TryDequeue(out var one));
            one.Work(one.State);
        }

        public void DoAll()
        {
            while (!_work.IsEmpty)
                DoOne();
        }
    }
}
