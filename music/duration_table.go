package music

// isoUnits are the units of ISO durations in the order in which they have to appear.
var isoUnits = [...]isoUnit{
	{letter: 'W', length: week},
	{letter: 'D', length: day},
	{letter: 'H', length: hour, inTime: true},
	{letter: 'M', length: minute, inTime: true},
	{letter: 'S', length: second, inTime: true},
}
