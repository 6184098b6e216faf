namespace ChatRoom.Simulation.Tests.Machines;

public enum MachineState
{
    Down,
    Up,

    /// <summary>It says farewell to everybody and takes nothing any more.</summary>
    Ending,
}
