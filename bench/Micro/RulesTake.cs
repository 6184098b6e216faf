using BenchmarkDotNet.Attributes;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Bench.Micro;

/// <summary>Decide and Apply: what a command costs the one thread that decides, in a room of a hundred and of a thousand.</summary>
[MemoryDiagnoser]
public class RulesTake
{
    private World _world = World.Empty;
    private World _withNewcomer = World.Empty;
    private int _newcomer;
    private Request _say;
    private Request _join;

    [Params(100, 1000)]
    public int People { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _world = new Crowd(People).World;
        _newcomer = People + 1;
        _withNewcomer = StateMachine.Take(_world, Facts.None, Crowd.From(_newcomer, new Command.Connect(Crowd.NickOf(_newcomer), "user", "guest", "A person"))).World;
        _say = Crowd.From(1, Crowd.Say());
        _join = Crowd.From(_newcomer, new Command.Join(Crowd.Room));
    }

    [Benchmark]
    public Step Say() => StateMachine.Take(_world, Facts.None, _say);

    [Benchmark]
    public Step Join() => StateMachine.Take(_withNewcomer, Facts.None, _join);
}
